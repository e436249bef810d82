/**
 * Swedish occupation names by SSYK 2012 code: `code: name, name, …`, in lower case. From the JobTech Taxonomy and its
 * job-title ontology (Arbetsförmedlingen, CC0), with some names that are common in municipalities.
 */
export const occupationCodeTable = `
0110: officer, officerare, officeren, officern
0210: specialistofficer, specialistofficerare
0310: sjöman, sjömannen, sjömän, sjömännen, soldat, soldat/sjöman, soldaten, soldater
1111: departementschef, minister, ministern, riksdagsledamot, riksdagsledamoten, statssekreterare, statssekreteraren
1112: ambassadör, ambassadören, ambassadörer, beredskapsdirektör, departementsråd, departementsråden, förvaltningsdirektör, förvaltningsdirektörer, generaldirektör, generaldirektören, generaldirektörer, generalkonsul, kabinettsekreterare, kommunchef, kommunchef/kommundirektör/stadsdirektör, kommundirektör, kommundirektörer, landshövding, landshövdingar, landshövdingen, länsråd, regiondirektör, regiondirektörer, riksantikvarie, riksarkivarie, riksbibliotekarie, riksgäldsdirektör, rikspolischef, stadsdirektör, överdirektör, överdirektören, överdirektörer
1113: förbundschef, förbundsdirektör, förbundsordförande, generalsekreterare, generalsekreteraren, kassaföreståndare, organisationschef
1120: bankdirektör, bankdirektörer, bokförläggare, chefredaktör, chefredaktören, chefredaktörer, flygplatschef, hamnchef, museichef, museichef/museidirektör, museichefen, museichefer, museidirektör, musikförläggare, operachef, orkesterchef, prorektor, prorektorer, prorektorn, sjukhusdirektör, sjukhusdirektören, sjukhusdirektörer, teaterchef, teaterchefen, teaterchefer, universitetsrektor, vd, vd-ar, vd-en, vd-n, vd:ar, vd:en, vd:n, vdar, vden, vdn, verkställande direktör, verkställande direktör/vd, vicerektor, vicerektorer
1210: budgetchef, ekonomichef, ekonomichefen, ekonomichefer, ekonomidirektör, ekonomidirektör/finanschef, ekonomidirektörer, finanschef, finanschefen, finanschefer, internrevisionschef, redovisningschef, revisionschef
1220: hr-chef
1230: affärsområdeschef, ambassadråd, chef inom kyrkogårdsförvaltningen, dekan, dekan/dekanus, dekanus, expeditionschef, kanslichef, kyrkokamrer, länsjägmästare, miljövårdsdirektör, näringslivschef, omsorgschef, planeringschef, prefekt, publikchef, regionskattechef, socialchef, socialchef/socialdirektör, socialdirektör, socialdirektören, utredningschef, va-chef
1240: ateljéchef, informationschef, informationschef/kommunikationschef, informationschefen, informationschefer, kommunikationschef, mediachef, pr-chef, presschef, presschefen, presschefer, reklamchef
1250: centrumutvecklare, centrumutvecklare/handelsutvecklare, cityledare, försäljningschef, försäljningschefen, försäljningschefer, handelsutvecklare, marknadschef, team-leader, team-ledare, teamleader, teamledare
1290: administrativ chef, kundtjänstchef, kvalitetschef, miljöchef, städchef, säkerhetschef, säkerhetschefen, säkerhetschefer, tvättchef
1310: chief data officer, chief data officer/cdo, chief digital officer, chief digital officer/cdo, chief information officer, chief information officer/cio/it-chef, chief information security officer, chief technology officer, chief technology officer/cto/teknologichef, cio, it-chef, teknologichef
1320: banområdeschef, chief operations, distributionschef, fraktchef, hamnkapten, hamnkaptenen, hamnkaptener, importchef, inköpschef, lagerchef, leveranschef, logistikchef, produktionschef, produktområdeschef, speditionschef, trafikchef, transportchef
1330: forskningschef, hållbarhetschef, laboratoriechef, produktutvecklingschef, utvecklingschef
1340: byråchef, byråchefen, byråchefer, gatuchef, lantmäterichef, länsarkitekt, länsarkitekten, länsarkitekter, stadsbyggnadschef, stadsbyggnadschef/stadsbyggnadsdirektör, stadsbyggnadsdirektör
1350: driftchef fastighet, fastighetschef, fastighetschef/fastighetsdirektör, fastighetsdirektör, fastighetsdirektörer, förhandlingschef, förvaltningschef
1370: driftchef, elverkschef, verkstadschef, värmeverkschef
1380: biobränsleansvarig, biobränslechef, distriktschef, driftchef lantbruk, driftledare, skogsförvaltare, skogsvårdschef, stadsträdgårdsmästare, virkeschef, virkesområdeschef
1410: antagningschef, biträdande rektor, rektor, rektoren, rektorer, rektorn, skolchef, skolchef/skoldirektör/skolledare, skolchefen, skolchefer, skoldirektör, skoldirektören, skoldirektörer, skolledare, skolledaren, studierektor, studierektorer, studierektorn, utbildningschef
1420: biträdande förskolerektor, förskolerektor, förskolerektorer
1490: trafikskolechef
1510: chefsbarnmorska, chefsbarnmorskor, chefssjuksköterska, klinikchef, verksamhetschef
1520: boendechef, boendeföreståndare, enhetschef inom social omsorg, enhetschef inom socialtjänst, föreståndare inom social omsorg
1530: föreståndare, föreståndaren, servicehusföreståndare, äldreomsorgschef
1540: kyrkoherde, verksamhetschef inom trossamfund
1590: arbetsförmedlingschef, arkivchef, bibliotekschef, brandchef, brandchefen, brandchefer, featurechef, frivårdschef, funktionschef, förlagschef, kriminalvårdsdirektör, kriminalvårdsinspektör, kriminalvårdsinspektörer, kulturchef, landsantikvarie, landsarkivarie, länsbibliotekarie, polisintendent, polisintendenten, polisintendenter, polismästare, polismästaren, polissekreterare, redaktionschef, räddningschef, räddningschefen, räddningschefer, stadsarkivarie, överbibliotekarie
1610: aktiechef, chef, fondchef
1710: hotellchef, konferenschef
1720: f&b manager, food and beverage manager, kökschef, restaurangchef
1730: apotekschef, butikschef, centrumledare, e commerce manager, e-commerce manager, ecommerce manager, uthyrningschef
1740: badföreståndare, badföreståndare/simhallsföreståndare, fritidschef, hallföreståndare, idrottsplatschef, klubbledare, nationalparkschef, parkchef, simhallsföreståndare, sportchef, turistchef
1790: resebyråchef, turistbyråchef
2111: astronom, astronomer, atomfysiker, fysiker, fysikern, kärnfysiker, partikelfysiker, plasmafysiker, radiofysiker, sjukhusfysiker, strålningsfysiker
2112: försvarsmeteorolog, försvarsmeteorologer, marinmeteorolog, marinmeteorologer, meteorolog, meteorologen, meteorologer, prognosmeteorolog, prognosmeteorologer
2113: analytisk kemist, biokemist, biokemisten, biokemister, kemist, kemisten, kemister, materialkemist, materialkemister, miljökemist, miljökemister, oorganisk kemist, organisk kemist, processkemist, processkemister, sjukhuskemist, sjukhuskemister, strukturkemist, ytkemist, ytkemister
2114: berggrundsgeolog, berggrundsgeologer, geofysiker, geokemist, geokemister, geolog, geologen, geologer, gruvgeolog, gruvgeologer, hydrogeolog, hydrogeologer, hydrolog, hydrologer, kvartärgeolog, kvartärgeologer, oceanograf, oceanografer, paleontolog, seismolog, seismologer
2121: aktuarie, försäkringsaktuarie, försäkringsmatematiker, matematiker, matematikern
2122: biostatistiker, demograf, matematisk statistiker, metodstatistiker, miljöstatistiker, statistiker, statistikern
2131: bakteriolog, bakteriologen, bakteriologer, bioinformatiker, biolog, biologen, biologer, embryolog, embryologer, genetiker, immunolog, immunologer, mikrobiolog, mikrobiologer, molekylärbiolog, molekylärbiologen, molekylärbiologer, nutritionist, nutritionist/näringsfysiolog, nutritionister, näringsforskare, näringsfysiolog, näringsfysiologer, toxikolog, toxikologer, virolog, virologen, virologer
2132: botaniker, entomolog, entomologer, etolog, etologer, fiskeribiolog, fiskeribiologer, fysiolog, fysiologen, fysiologer, hydrobiolog, limnolog, limnologer, marinbiolog, marinbiologer, mykolog, mykologer, naturvärdesinventerare, viltforskare, zoolog, zoologen, zoologer, ärftlighetsforskare
2133: biomedicinare, ekotoxikolog, ekotoxikologer, läkemedelsinspektör, läkemedelsinspektörer, regulatorisk handläggare, regulatory affairs specialist
2134: agronom, agronomen, agronomer, fiskerikonsulent, hortonom, hortonomer, husdjurskonsulent, husdjurskonsulenter, husdjursrådgivare, husdjursrådgivare/husdjurskonsulent, jordbrukskonsulent, jordbruksrådgivare, jordbruksrådgivare/jordbrukskonsulent, landsbygdsutvecklare, landskapsingenjör, landskapsingenjörer, lantbruksekonom, lantbruksekonomer, lantbruksinspektor, lantbrukskonsulent, lantbrukskonsulenter, lantbruksrådgivare, lantbruksrådgivare/lantbrukskonsulent, lantmästare, lantmästaren, maskinkonsulent, maskinrådgivare, maskinrådgivare/maskinkonsulent, naturförvaltare, parkförvaltare, trädgårdsingenjör, trädgårdsingenjör/trädgårdstekniker, trädgårdsingenjörer, trädgårdskonsulent, trädgårdsrådgivare, trädgårdsrådgivare/trädgårdskonsulent, trädgårdstekniker, växtodlingskonsulent, växtodlingsrådgivare, växtodlingsrådgivare/växtodlingskonsulent, växtskyddsspecialist
2135: avverkningsledare, jaktkonsulent, jaktkonsulent/viltkonsulent, jaktvårdare, jaktvårdare/viltvårdare, jaktvårdskonsulent, jaktvårdskonsulent/jaktvårdsrådgivare, jaktvårdskonsulenter, jaktvårdsrådgivare, skogsbruksrådgivare, skogsinspektor, skogsinspektorer, skogskonsulent, skogskonsulenter, skogsplanläggare, viltkonsulent, viltmästare, viltvårdare, virkesinköpare, virkesköpare, virkesköpare/virkesinköpare, yrkesjägare
2141: logistiker, logistikingenjör, logistikingenjörer, materialplanerare, materialstyrare, scm manager, supply chain manager, supply chain manager/scm manager
2142: projekteringsingenjör, projekteringsingenjörer, va-strateg, va-strateger
2143: applikationsingenjör, applikationsingenjörer, beräkningsingenjör, beräkningsingenjörer, civilingenjör inom elektroteknik, elkvalitetsanalytiker, elnätsanalytiker, elnätsspecialist, experimentingenjör, forskningsingenjör, forskningsingenjören, forskningsingenjörer, hårdvarukonstruktör, hårdvarukonstruktörer, kontrollanläggningsingenjör, kontrollanläggningsingenjörer, nät- och kraftsystemsanalytiker, provningsingenjör, provningsingenjörer, rymdingenjör, underhållsanalytiker, utvecklingsingenjör, utvecklingsingenjörer
2144: fartygskonstruktör, fartygskonstruktörer, flygingenjör, flygingenjörer, solcellsprojektör, solenergiprojektör, solenergiprojektör/solcellsprojektör, svetsingenjör, svetsingenjörer
2145: processutvecklare
2146: bergsingenjör, bergsingenjörer, geotekniker, ingenjörsgeolog, ingenjörsgeologer, metallurg, metallurgen, metallurger, valsverksingenjör
2149: akustikingenjör, akustikingenjörer, kontrollingenjör, kontrollingenjörer, patentingenjör, patentingenjör/patentkonsult, patentingenjörer, patentkonsult, patentkonsulter, produktutvecklare, standardiseringsingenjör, standardiseringsingenjörer
2161: arkitekt, arkitekten, arkitekter, inredningsarkitekt, inredningsarkitekten, inredningsarkitekter
2162: landskapsarkitekt, landskapsarkitekter
2163: planarkitekt, planarkitekter, planeringsarkitekt, planeringsarkitekter, samhällsstrateg, samhällsstrateger, stadsutvecklare, stadsutvecklare/samhällsstrateg
2164: exploateringsingenjör, exploateringsingenjörer, lantmätare, lantmätaren, markförhandlare
2171: formgivare, formgivaren, industridesigner
2172: ad, ad-specialist, art director, art director/ad, art-director, final art, grafisk formgivare, grafiskformgivare, layoutare, layoutchef, layouttecknare, originalare, originalare/final art, reklamdesigner, reklamtextare
2173: 2d artist, 2d artist/2d-grafiker, 2d-grafiker, 3d artist, animatör, animatören, animatörer, character artist, concept artist, environment artist, game designer, game designer/speldesigner, level designer, level designer/leveldesigner, leveldesigner, speldesigner, speltestare, speltestare/qa, technical artist, ui designer, ui-designer, webb-designer, webbdesigner
2179: creative director, creative director/cd, designassistent, designassistenter, kostymdesigner, kostymör, kostymörer, lästmodellör, textildesigner
2181: arbetsmiljöingenjör, arbetsmiljöingenjörer, arbetsmiljöinspektör, arbetsmiljöinspektörer, ergonom, ergonomen, ergonomer, skyddsingenjör, skyddsingenjörer, yrkeshygieniker
2182: djurskyddsinspektör, djurskyddsinspektören, djurskyddsinspektörer, hseq manager, hseq manager/kma-samordnare, hälsovårdsinspektör, kemikalieinspektör, kma-samordnare, livsmedelsinspektör, livsmedelsinspektörer, miljö- och hälsoskyddsinspektör, miljöskyddschef
2183: avfallsspecialist, ekolog, ekologen, ekologer, miljöcontroller, miljöhandläggare, miljöingenjör, miljöingenjör/miljövårdsingenjör, miljöingenjörer, miljöinspektör, miljöinspektörer, miljökoordinator, miljökoordinatorer, miljörevisor, miljörevisorer, miljösamordnare, miljösamordnare/miljökoordinator, miljövårdsingenjör, naturvårdsingenjör, naturvårdsingenjörer, vindkraftsprojektör, vindkraftsprojektörer
2211: specialistläkare
2212: bt-läkare, st-läkare
2213: at-läkare, at-läkaren
2219: läkare, läkaren, läkarstuderande
2221: allmänsjuksköterska, allmänsjuksköterskor, allmänsköterskor, sjukskötare, sjukskötaren, sjuksköterska, sjuksköterskan, sjuksköterskestuderande, sjuksköterskor, stomiterapeut, stomiterapeuter, uroterapeut, uroterapeuter
2222: barnmorska, barnmorskan, barnmorskestuderande, barnmorskor
2223: anestesisjuksköterska, anestesisjuksköterskor, anestesisköterska
2224: distriktssjuksköterska, distriktssjuksköterskor, distriktssköterska, distriktssköterskor
2225: psykiatrisjuksköterska, psykiatrisjuksköterskor, psykiatrisköterska
2226: akutsjuksköterska, akutsjuksköterskor, ambulanssjuksköterska, ambulanssjuksköterskor
2227: demenssjuksköterska, demenssjuksköterskor, demenssköterska, demenssköterskor, geriatriksjuksköterska, geriatriksjuksköterskor, geriatriksköterska
2228: intensivsjuksköterska, intensivsjuksköterskor, intensivvårdssjuksköterska, iva-sjuksköterska, iva-sjuksköterskor, iva-sköterska, ivasjuksköterska
2231: op-sjuksköterska, operationssjuksköterska, operationssjuksköterskor, operationssköterska
2232: barnsjuksköterska, barnsjuksköterskor
2233: skolsjuksköterska, skolsköterska, skolsköterskan, skolsköterskor
2234: företagssjuksköterska, företagssköterska, företagssköterskor
2235: röntgensjuksköterska, röntgensjuksköterskor, röntgensköterska, röntgensköterskor
2239: diabetessjuksköterska, diabetessjuksköterskor, diabetessköterska, diabetessköterskor, forskningssjuksköterska, forskningssjuksköterskor, forskningssköterska, forskningssköterskor, hjärtsjuksköterska, hjärtsjuksköterskor, infektionssjuksköterska, infektionssköterska, infektionssköterskor, kontaktsjuksköterska, kontaktsjuksköterskor, medicinsjuksköterska, medicinskt ansvarig sjuksköterska, neurosjuksköterska, onkologisjuksköterska, onkologisjuksköterskor, operationskoordinator, operationskoordinatorer, ortoptist, ortoptisten, ortoptister, rehabkoordinator, rehabkoordinatorer, specialistsjuksköterska inom palliativ vård, vårdledare, ögonsjuksköterska, ögonsjuksköterskor
2241: psykolog, psykologen, psykologer, psykologiskt ledningsansvarig psykolog, psykologiskt ledningsansvarig psykolog/pla, psykologstuderande, ptp-psykolog, ptp-psykologer, specialistpsykolog, specialistpsykologer
2242: psykoterapeut, psykoterapeuten, psykoterapeuter
2250: specialistveterinär, veterinär, veterinären, veterinärer, veterinärstudent
2260: specialisttandläkare inom bettfysiologi, specialisttandläkare inom endodonti, specialisttandläkare inom käkkirurgi, specialisttandläkare inom oral protetik, specialisttandläkare inom orofacial medicin, specialisttandläkare inom ortodonti, specialisttandläkare inom parodontologi, specialisttandläkare inom pedodonti, st-tandläkare, tandläkare, tandläkaren
2271: kiropraktor, kiropraktorer, kiropraktorn, naprapat, naprapaten, naprapater, osteopat
2272: djurfysioterapeut, fysioterapeut, fysioterapeuter, fysioterapeutstuderande
2273: arbetsterapeut, arbetsterapeuten, arbetsterapeuter, arbetsterapeutstuderande, hjälpmedelskonsulent, hjälpmedelskonsulenter, specialistarbetsterapeut
2281: apotekare, apotekaren
2282: dietist, dietisten, dietister, dietiststuderande
2283: audionom, audionom-säljare, audionomer, audionomstuderande, logoped, logopeden, logopeder, logopedstuderande
2284: optiker, optikerbiträde, optikern
2289: bildterapeut, bildterapeuter, dans- och rörelseterapeut, musikterapeut, musikterapeuter, podiatriker
2311: professor, professorer, professorn
2312: biträdande högskolelektor, biträdande universitetslektor, universitets- och högskolelektor
2313: forskarassistent, forskarassistenten, forskarassistenter, forskningshandledare, forskningsledare, forskningsrådgivare, postdoc, postdoktor, postdoktor/postdoc, postdoktorer
2314: doktorand, doktoranden, doktorander
2319: universitets- och högskoleadjunkt
2320: skogsbruksinstruktör, skogsbrukslärare, skogslärare, yrkeslärare, yrkesläraren
2330: folkhögskolelärare, modersmålslärare i gymnasieskolan, ämneslärare, ämnesläraren
2341: grundlärare, lärare i grundskolan, modersmålslärare i grundskolan
2342: fritidspedagog, fritidspedagogen, fritidspedagoger
2343: förskollärare, förskolläraren, lekterapeut, lekterapeuter, lärare i förskoleklass, modersmålslärare
2351: fortbildningskonsulent, förskolekonsulent, förskolekonsulenter, hörselpedagog, hörselpedagoger, läkepedagog, läkepedagoger, läromedelsintendent, skolinspektör, skolinspektörer, skolkonsulent, speciallärare, specialläraren, specialpedagog, specialpedagoger, synpedagog, synpedagoger, talpedagog, talpedagogen, talpedagoger, utbildningskonsulent, utbildningskonsulenter
2352: ssa-sekreterare, studie och yrkes vägledare, studie- och yrkesvägledare, studie- och yrkesvägledare/syv, studie-yrkesvägledare, studieyrkesvägledare, syv, yrkesvägledare, yrkesvägledaren
2359: ateljerista, bildpedagog, bildpedagoger, danspedagog, danspedagoger, dramalärare, dramalärare/dramapedagog, dramapedagog, dramapedagoger, eurytmist, konstpedagog, konstpedagoger, lärare i kulturskolan, lärare sfi, mimpedagog, museilektor, museilärare, museipedagog, museipedagog/museilärare, museipedagoger, musiklärare, musikläraren, musikpedagog, musikpedagog/musiklärare, musikpedagoger, röstpedagog, sfi-lärare, sångpedagog, sångpedagoger, teaterpedagog, teaterpedagoger, teckenspråkslärare, teknikpedagog, teknikpedagoger
2411: revisor, revisorer, revisorn, skatterådgivare
2412: accounting controller, aml, aml-medarbetare, aml-specialist, budgetplanerare, business controller, businesscontroller, controller, finansiell controller, hr-controller, koncerncontroller
2413: aktieanalytiker, finansanalytiker, finansekonom, finansekonomer, finanskonsult, finanskonsulter, företagsrådgivare, kreditchef, placeringsrådgivare
2414: fondförvaltare, fondförvaltare/portföljförvaltare, portföljförvaltare, trader
2415: hälsoekonom, hälsoekonomer, makroanalytiker, miljöekonom, miljöekonomer, nationalekonom, nationalekonomen, nationalekonomer, samhällsekonom, samhällsekonomer
2419: budget- och skuldrådgivare, budgetsekreterare, fastighetsekonom, fastighetsekonomer, fastighetsutvecklare, förvaltningsekonom, förvaltningsekonomer, produktionsekonom, produktionsekonomer
2421: affärsanalytiker, affärsanalytiker/business analyst, affärsarkitekt, affärsarkitekter, affärsutvecklare, business analyst, ekonomi-konsult, ekonomikonsult, ekonomikonsulter, företagskonsult, företagskonsulter, kvalitetskoordinator, kvalitetskoordinatorer, kvalitetsrevisor, kvalitetsrevisorer, kvalitetssamordnare, kvalitetssamordnare/kvalitetskoordinator, organisationskonsult, organisationskonsulter, organisationsutvecklare, verksamhetsanalytiker, verksamhetsarkitekt, verksamhetsarkitekter, verksamhetskonsult, verksamhetskonsulter, verksamhetsutvecklare
2422: akademisekreterare, ambassadsekreterare, antagningssekreterare, arkivutredare, attaché, attachén, beredskapssamordnare, beredskapssamordnare/krisberedskapssamordnare, civil brottsutredare, dataskyddsombud, departementssekreterare, destinationsutvecklare, dövblindkonsulent, dövkonsulent, dövkonsulenter, eu-handläggare, folkhälsoplanerare, folkhälsostrateg, folkhälsostrateger, folkhälsoutvecklare, friluftssamordnare, fritidssamordnare, förbundssekreterare, föreningskonsulent, föreningskonsulenter, förhandlingssekreterare, gis-samordnare, hälsoplanerare, hållbarhetsutvecklare, informationssäkerhets-samordnare, informationssäkerhetssamordnare, klimatanpassningssamordnare, kommunhandläggare, kommunsekreterare, konsumentvägledare, krisberedskapssamordnare, kultursekreterare, miljö- och klimatstrateg, naturvårdshandläggare, näringslivssekreterare, näringslivssekreterare/näringslivsutvecklare, näringslivsutvecklare, ombudsman, ombudsmannen, ombudsmän, ombudsmännen, organisationssekreterare, regionsekreterare, samhällsplanerare, samhällsplaneraren, samhällsvägledare, skolsekreterare, stadssekreterare, stadssekreteraren, synkonsulent, trafikplanerare, turistintendent, turistsekreterare, undervisningsråd, undervisningsråden, utredningssekreterare, vårdutvecklare
2423: hr bp, hr business partner, hr business partner/hr bp, hr-advisor, hr-expert, hr-generalist, hr-generalist/hr-partner, hr-generalister, hr-konsult, hr-konsult/pa-konsult, hr-konsulter, hr-partner, hr-specialist, hr-specialist/hr-advisor, hr-specialister, hr-strateg, hr-strateger, pa-konsult, pa-konsulter, personalansvarig, personalansvariga, personalutvecklare, rekryterare, rekryterare/rekryteringskonsult, rekryteringskonsult, rekryteringskonsulter, researcher, researchern
2431: anbudsansvarig, anbudsansvarig/bid manager, anbudsansvariga, bid manager, bid-manager, data-analytiker, dataanalytiker, marknadsanalytiker, marknadsförare, marknadskommunikatör, marknadskommunikatörer, marknadskonsult, marknadskonsulter, marknadskoordinator, marknadskoordinatorer, marknadsplanerare, produktchef, reklamkonsulent, relationsmarknadsförare, webbanalytiker
2432: annonsproducent, annonsproducenter, copywriter, copywritern, forskningskommunikatör, forskningskommunikatörer, informationsassistent, informationsassistenter, informationskonsult, informationskonsulter, informationssekreterare, informatör, informatör/kommunikatör, informatören, informatörer, kommunikationsstrateg, kommunikationsstrateger, kommunikatör, kommunikatören, kommunikatörer, mediakonsulent, mediakonsulenter, mediaplanerare, mediehanterare, onlinemarknadsförare, pr-konsult, pr-konsulter, pressekreterare, social media manager, social media specialist, visuell grafisk kommunikatör
2511: affärskonsult, affärskonsulter, cm, config manager, configuration manager, configuration manager/cm, data scientist, enterprise architect, informatiker, informationsarkitekt, informationsarkitekter, infrastrukturarkitekt, infrastrukturarkitekter, it-arkitekt, it-arkitekter, it-utredare, kravanalytiker, metodanalytiker, nätverksarkitekt, nätverksarkitekter, systemanalytiker, systemanalytiker/systemutredare, systemarkitekt, systemarkitekter, systemutredare
2512: app-utvecklare, applikationsutvecklare, apputvecklare, backend-utvecklare, backendutvecklare, data warehouse specialist, databas-utvecklare, databasanalytiker, databasdesigner, databasutvecklare, front-endutvecklare, frontend-utvecklare, frontendutvecklare, full-stackutvecklare, fullstack-utvecklare, fullstackutvecklare, gis-utvecklare, mjukvaruutvecklare, mobil-utvecklare, mobilutvecklare, mobilutvecklare/apputvecklare, programmer, programmerare, programmeraren, programutvecklare, programutvecklaren, programvaruutvecklare, systemdesigner, systemutvecklare, systemutvecklare/programmerare, systemutvecklaren, utvecklare
2513: engine programmer, game programmer, gameplay programmer, tech and tools programmer
2514: funktionstestare, hårdvarutestare, mjukvarutestare, qa lead, systemtestare, systemtestare/funktionstestare, testledare, testledare/qa lead, testledaren, testsystemutvecklare, testutvecklare
2515: devops utvecklare, it-samordnare, systemansvarig, systemansvariga, systemförvaltare
2516: datasäkerhetsansvarig, it security manager, it-forensiker, it-säkerhetsanalytiker, it-säkerhetsansvarig, it-säkerhetsansvariga, it-säkerhetschef, it-säkerhetschef/it security manager, it-säkerhetstekniker, säkerhetsadministratör, säkerhetsadministratörer
2519: agil coach, agil coach/agile coach, agila coacher, agile coach, datalingvist, datalingvister, datorlingvist, datorlingvist/datalingvist, interaktionsdesigner, it-strateg, it-strateger, processansvarig, processansvariga, produktägare, scrum master, servicedesigner, servicedesigner/tjänstedesigner, tjänstedesigner, ux designer, ux-designer
2611: advokat, advokaten, advokater
2612: assessor, assessorer, assessorn, chefsrådman, domare, domaren, fiskal, hovrättslagman, hovrättspresident, hovrättspresidenten, hovrättsråd, kammarrättslagman, kammarrättspresident, kammarrättsråd, lagman, lagmannen, lagmän, lagmännen, notarie, rådman, rådmannen, rådmän, rådmännen
2613: åklagaraspirant, åklagare, åklagaren
2614: affärsjurist, affärsjurister, arbetsrättsjurist, arbetsrättsjurister, bankjurist, bankjurister, bolagsjurist, bolagsjurister, familjerättsjurist, familjerättsjurister, fastighetsjurist, fastighetsjurister, företagsjurist, företagsjurister, försäkringsjurist, försäkringsjurister, immaterialrättsjurist, immaterialrättsjurister, patentjurist, patentjurister, skattejurist, skattejurister, upphovsrättsjurist, upphovsrättsjurister, varumärkesjurist, varumärkesjurister
2615: chefsjurist, chefsjurister, förbundsjurist, förbundsjurister, förvaltningsjurist, förvaltningsjurister, kanslijurist, kommunjurist, kommunjurister, länsjurist, länsjurister, organisationsjurist, organisationsjurister, regionjurist, regionjurister, stadsjurist, stadsjurist/kommunjurist, stadsjurister, verksjurist, verksjurister
2619: beredningsjurist, beredningsjurister, biträdande jurist, föredragande, föredragande/beredningsjurist, it-jurist, it-jurister, kronofogde, miljöjurist, miljöjurister
2621: 1:e antikvarie, antikvarie, antikvarien, antikvarier, bebyggelseantikvarie, bebyggelseantikvarier, curator, konstintendent, konstkonsult, konstkonsulter, länsantikvarie, länsantikvarie/1:e antikvarie, museiintendent, museiintendenten, museiintendenter
2622: arkivarie, arkivarien, arkivarier, bibliotekarie, bibliotekarien, bibliotekarier, bibliotekskonsulent, bibliotekskonsulenter, bildarkivarie, dokumentalist, dokumentalisten, dokumentalister, filmarkivarie, informationsmäklare, informationsspecialist, informationsspecialister, krigsarkivarie, musikbibliotekarie, skolbibliotekarie, skolbibliotekarier
2623: antropolog, antropologen, antropologer, arkeolog, arkeologer, etnolog, etnologen, etnologer, forskare, forskaren, framtidsforskare, fredsforskare, genealog, geograf, geografer, idéhistoriker, kriminolog, kriminologer, kulturgeograf, marinarkeolog, marinarkeologer, naturgeograf, rättssociolog, socialantropolog, socialantropologer, sociolog, sociologen, sociologer
2641: dramatiker, dramatikern, dramaturg, dramaturgen, dramaturger, författare, författaren, förlagsredaktör, förlagsredaktörer, korsordskonstruktör, korsordsmakare, korsordsmakare/korsordskonstruktör, manusförfattare, manusförfattaren, redigerare, teknisk redaktör
2642: bildredaktör, bildredaktören, bildredaktörer, efterbearbetningsredaktör, journalist, journalisten, journalister, medicinsk skribent, nattchef, recensent, recensenter, redaktionssekreterare, redaktionssekreteraren, redaktör, redaktören, redaktörer, teknikinformatör, teknikinformatörer, teknisk skribent, teknisk skribent/teknikinformatör, videojournalist, videojournalist/videoreporter, videojournalister, videoreporter, webbredaktör, webbredaktörer
2643: dialogtolk, dövblindtolk, dövblindtolkar, konferenstolk, konferenstolkar, kontakttolk, kontakttolk/dialogtolk, kontakttolkar, lexikograf, lingvist, lingvister, lokaliserare, mediatextare, rättstolk, sjukvårdstolk, sjukvårdstolkar, skrivtolk, skrivtolk/vuxendövtolk, skrivtolkar, språkkonsult, språkkonsulter, språkteknolog, språkteknologer, syntolk, syntolkar, taltjänsttolk, taltjänsttolkar, teckenspråkstolk, teckenspråkstolk/dövblindtolk, teckenspråkstolkar, terminolog, terminologen, terminologer, tolk, tolkar, tolken, vuxendövtolk, vuxendövtolkar, översättare, översättaren
2651: illustratör, illustratören, illustratörer, konservator, konservatorer, konservatorn, konstnär, konstnären, konstnärer, konstsmed, möbelrenoverare, möbelrenoverare/möbelrestauratör, möbelrestauratör, preparator, preparator/taxidermist, serietecknare, skulptör, skulptören, skulptörer, taxidermist, textilkonstnär, textilkonstnärer
2652: arrangör, arrangören, arrangörer, dirigent, dirigenten, dirigenter, kantor, kantor/kyrkomusiker, kantorer, kantorn, kapellmästare, kapellmästaren, kompositör, kompositören, kompositörer, konsertmästare, konsertmästaren, kyrkomusiker, kyrkomusikern, kördirigent, körledare, körledaren, musiker, musikern, notskrivare, organist, organisten, organister, orkesterledare, sångare, sångaren, sångerska, tonsättare, tonsättaren
2653: balettmästare, dansare, dansaren, koreograf, koreografen, koreografer, koreolog, repetitör, repetitören, repetitörer
2654: filmregissör, filmregissören, filmregissörer, koordinator: kultur, linjeproducent, producent: kultur, produktionsledare: kultur, produktionsplanerare: kultur, projektledare: kultur, regissör, regissören, regissörer, rollsättare
2655: clown, clownen, clowner, dockspelare, mimare, mimskådespelare, musikalartist, musikalartister, skådespelare, skådespelaren
2661: familjebehandlare, familjebehandlare/familjepedagog, familjehemskonsulent, familjehemskonsulenter, familjehemssekreterare, familjehemssekreterare/familjehemskonsulent, familjepedagog, familjepedagoger, familjerättssekreterare, familjerådgivare, familjerådgivare/familjeterapeut, familjeterapeut, familjeterapeuter, fältassistent, fältassistenten, fältassistenter, gruppledare inom socialtjänst, rehabhandläggare, socialkonsulent, socialkonsulenter, socialsekreterare, socionom, socionomen, socionomer, ungdomssekreterare
2662: hälso- och sjukvårdskurator, kurator, kuratorer, kuratorn
2663: biståndsbedömare, biståndsbedömare/biståndshandläggare, biståndshandläggare, lss-handläggare, lsshandläggare
2669: frivårdsinspektör, frivårdsinspektörer, integrationshandläggare
2671: buddhistpräst, församlingspräst med specialuppgifter, imam, imamer, komminister, komministern, kontraktsadjunkt, kontraktsadjunkter, pastorsadjunkt, pastorsadjunkter, präst, prästen, präster, rabbin, sjukhuspräst, sjukhuspräster, stiftsadjunkt, stiftsadjunkter
2672: diakon, diakonen, diakoner
3111: inköpsplanerare, sqe supplier quality engineer
3112: anbudsingenjör, anbudsingenjörer, byggledare, byggnadsingenjör, byggnadsingenjörer, byggnadskalkylator, byggnadskalkylator/anbudsingenjör, byggnadskonstruktör, byggnadskonstruktörer, byggnadskonsult, byggnadskonsulter, drift- och underhållsingenjör, entreprenadingenjör, entreprenadingenjörer, fastighetsingenjör, fastighetsingenjörer, installationsingenjör, installationsingenjörer, järnvägsingenjör, järnvägsingenjörer, markingenjör, markingenjörer, trafikingenjör, trafikingenjörer, va-ingenjör, va-ingenjörer, väg- och vattenbyggnadsingenjör, vägingenjör, vägingenjörer
3113: batteritekniker, beredare, beredaren, dataingenjör, dataingenjörer, driftingenjör elkraft, el-ingenjör, el-konstruktör, el-konstruktörer, elektronikkonstruktör, elektronikkonstruktörer, elingenjör, elingenjörer, elkonstruktör, elkraftingenjör, infrastrukturspecialist, infrastrukturspecialister, kvalitetsingenjör elektronik, serviceingenjör, serviceingenjörer, signalingenjör, signalingenjörer, teleingenjör, teleingenjörer, underhållsingenjör elkraft, vattenkrafttekniker
3114: automationsingenjör, automationsingenjörer, automationstekniker, energi-ingenjör, energiingenjör, energiingenjörer, fordonsingenjör, fordonsingenjörer, formbestämmare, formbestämmare/surface designer, kalibreringsingenjör, kalibreringsingenjörer, kundserviceingenjör, kundserviceingenjörer, kvalitetstekniker, maskinkonstruktör, maskinkonstruktörer, mekatronikingenjör, mekatronikingenjörer, processtekniker, produktionsledare, produktionsplanerare, produktionstekniker, ritare, ritaren, satellitoperatör, satellitoperatörer, surface designer, ventilationsingenjör, ventilationsingenjörer, verkstadsingenjör, verkstadsingenjörer, verktygskonstruktör, verktygskonstruktörer, vvs-ingenjör, vvs-ingenjörer
3115: kemiingenjör, kemiingenjörer, kemitekniker, kontrolltekniker, livsmedelsingenjör, livsmedelsingenjörer, livsmedelstekniker, ostmästare, planeringstekniker, valideringsingenjör, valideringsingenjörer
3116: borrledare, gruvmätare, sprängingenjör, underhållschef, underhållsplanerare
3117: geodatasamordnare, gis-ingenjör, gis-ingenjörer, kartingenjör, kartingenjörer, lantmäteriingenjör, lantmäteriingenjörer, mätningsingenjör, mätningsingenjörer, sjömätare
3119: 3d-printingspecialist, fältgeotekniker, förpackningstekniker, kontrolloperatör, kontrolloperatörer, kvalitetsmätare, teknisk dokumentatör, textilingenjör, textilingenjörer
3121: arbetsledare elkraft, borrförman
3122: bryggmästare, brännmästare, packmästare
3151: 1:e fartygsingenjör, 2:e fartygsingenjör, fartygseltekniker, maskinbefäl, maskinchef
3152: 2:e styrman, båtman, fartygsbefäl, lots, lotsar, lotschaufför, lotsen, lotsoperatör, lotsoperatörer, vts-operatör, vts-operatörer, överstyrman
3153: ballongpilot, chefspilot, drönaroperatör, drönaroperatör/drönarpilot, drönarpilot, flyginstruktör, flyginstruktör/flyglärare, flyginstruktörer, flygkapten, flygkaptener, flyglärare, flygstyrman, helikopterförare, helikopterförare/helikopterpilot, helikopterpilot, helikopterpiloter, pilot, pilot/trafikflygare/flygkapten, pilot/trafikflygare/flygstyrman, piloten, piloter, trafikflygare
3154: briefing officer, fdo, flight data operator, flight data operator/fdo/flygledarassistent, flygledarassistent, flygledarassistenter, flygledare, flygledaren, watch supervisor
3155: el- och avioniktekniker, flygtekniker
3211: dentaltekniker, dentaltekniker/dentalutrustningstekniker, dentalutrustningstekniker, medicinteknisk ingenjör, perfusionist, perfusionister, röntgentekniker
3212: biomedicinsk analytiker, biomedicinsk analytiker/bma, bma, cytodiagnostiker, laboratorieassistent, laboratorieassistenten, laboratorieassistenter
3213: receptarie, receptarien, receptarier
3214: anaplastolog, hörselingenjör, hörselingenjörer, hörselvårdsingenjör, hörselvårdsingenjör/hörselingenjör, hörselvårdsingenjörer, hörselvårdstekniker, ortopedingenjör, ortopedingenjörer, ortopedtekniker, tandtekniker, tandteknikern
3215: forskningslaborant, forskningslaboranter, geologassistent, instrumentingenjör, instrumentingenjörer, laborant, laboranten, laboranter, laboratorietekniker, mikroskopist, mikroskopister
3230: akupressör, akupressörer, akupunktör, akupunktörer, aromaterapeut, aromaterapeuter, ayurvedamassör, ayurvedamassör/ayurvedaterapeut, ayurvedaterapeut, fytoterapeut, fytoterapeut/örtterapeut, homeopat, homeopater, kinesiolog, kinesiologer, läkeeurytmist, läkeeurytmister, naturterapeut, näringsterapeut, näringsterapeuter, rosenterapeut, shiatsuterapeut, shiatsuterapeuter, taktilterapeut, yogamassör, zonterapeut, zonterapeuter, örtterapeut
3240: djursjukskötare
3250: tandhygienist, tandhygienisten, tandhygienister
3311: aktiemäklare, institutionsmäklare, kundmäklare, penningmarknadsmäklare, valutahandlare, valutamäklare
3312: kreditbevakare, kredithandläggare, kreditrådgivare, privatekonomisk rådgivare
3313: redovisningsekonom, redovisningsekonomer, redovisningskonsult, redovisningskonsulten, redovisningskonsulter, revisorsassistent, revisorsassistenter
3314: besiktningsman, besiktningsmannen, besiktningsmän, besiktningsmännen, cargo surveyor, försäkringsutredare, personskadereglerare, skadeinspektör, skadeinspektörer, skadereglerare, skadetekniker, värderingsassistent, värderingsassistenter, värderingsman, värderingsmän
3321: försäkringsexpert, försäkringsförmedlare, försäkringshandläggare, försäkringsrådgivare, försäkringsspecialist, försäkringsspecialister, försäkringstjänsteman, kundtjänsteman, riskbedömare, riskingenjör, riskingenjörer, underwriter
3322: account manager, account manager/am, accountmanager, customer success manager, customer success manager/csm, exportsäljare, företagssäljare, innesäljare, internationell säljare, internationell säljare/exportsäljare, key account manager, key account manager/kam, keyaccount manager, läkemedelskonsulent, läkemedelskonsulenter, systemsäljare, säljkonsulent, säljkonsulenter, säljledare, ute-säljare, utesäljare
3323: inköpare, inköparen, inköpsledare, kategoriansvarig, kategoriansvariga, kategorichef, kategorichef/kategoriansvarig, kontraktsansvarig, kontraktsansvariga, upphandlare, upphandlaren
3324: offertberedare, offertchef, offertingenjör, offertingenjörer, orderadministratör, orderadministratörer, orderfördelare, orderplanerare
3331: befraktningsmäklare, fartygsagent, flygmäklare, linjeagent, linjeagenter, projektledare logistik, speditör, speditören, speditörer, super cargo, tullhandläggare
3332: eventansvarig, eventansvarig/eventkoordinator, eventansvariga, eventkoordinator, eventkoordinatorer, konferensplanerare, reseproducent, reseproducenter
3333: arbetsförmedlare, arbetsförmedlaren, arbetskonsulent, arbetskonsulenter, jobbcoach, jobbcoach/utbildningscoach, jobbcoachar, jobbcoachen, jobbcoacher, sius-konsulent, sius-konsulenter, utbildningscoach
3334: fastighetsmäklare, fastighetsmäklaren
3335: bostadsförvaltare, fastighetsassistent, fastighetsassistenter, fastighetsförmedlare, fastighetsförvaltare, fastighetsinspektör, hyreskonsulent, hyreskonsulenter, områdesförvaltare, skogsekonom, skogsekonomer, skogsvärderare
3339: annonschef, artistagent, artistagent/artistbokare/artistförmedlare, artistbokare, artistförmedlare, auktionist, auktionisten, auktionister, auktionsutropare, butikskonsulent, butikskonsulenter, fotografagent, fotografagenter, idrottsagent, idrottsagent/sportagent, konsertarrangör, konsertarrangörer, kundmottagare, litterär agent, manager, managern, mediasäljare, musikagent, prissättare, servicechef, sportagent, teateragent, turnéledare, turnéläggare, verkmästare, verkmästaren
3341: floor manager, floormanager, gruppledare
3342: advokatsekreterare, beredningssekreterare, boupptecknare, boutredare, boutredningsman, domstolshandläggare, domstolssekreterare, förrättningsassistent, förrättningsassistenter, juristassistent, juristassistent/paralegal, juristassistenter, paralegal
3343: chefssekreterare, direktionssekreterare, vd sekreterare, vd-sekreterare
3351: kustbevakningstjänsteman, tulltjänsteman, tulltjänstemän
3352: folkbokföringshandläggare, kvalificerad skattehandläggare, skattehandläggare
3353: omprövningshandläggare, utredningsassistent, utredningsassistenter
3354: besiktningsingenjör, besiktningsingenjörer, besiktningstekniker, bilinspektör, bilinspektörer, fartygsinspektör, fartygsinspektörer, flyginspektör, flyginspektörer, lavintekniker, skeppsmätare, strålskyddstekniker, säkerhetsingenjör, säkerhetsingenjörer, säkerhetsrådgivare, säkerhetsrådgivaren, säkerhetssamordnare, trafikinspektör, trafikinspektörer, trafiksäkerhetsledare
3355: brandingenjör, brandingenjören, brandingenjörer, brandinspektör, brandinspektörer, brandtekniker, bygglovshandläggare, byggnadsinspektör, byggnadsinspektörer, byggnadskontrollant, energi- och klimatrådgivare, energideklarerare, energideklarerare/energiexpert, energiexpert, energispecialist, energispecialister, fukttekniker, tillgänglighetskonsult, tillgänglighetskonsulter
3359: fiskerikontrollant, fiskerikontrollanter, forskningsadministratör, forskningsadministratörer, forskningshandläggare, nämndsekreterare, servicehandläggare, utbildningsadministratör, utbildningsadministratörer, utbildningshandläggare, utbildningskoordinator, utbildningskoordinatorer
3360: kommissarie, polisaspirant, polisassistent, polisassistenter
3411: alkohol- och drogterapeut, anhörigkonsulent, anhörigkonsulenter, behandlingsassistent, behandlingsassistent/socialpedagog, behandlingsassistenter, folkhälsosekreterare, habiliteringspedagog, habiliteringspedagoger, hantverkspedagog, hantverkspedagoger, hemterapeut, hemterapeuter, kvinnojoursarbetare, placeringsassistent, placeringsassistenter, rehabiliteringsassistent, rehabiliteringsassistenter, socialpedagog, socialpedagoger, socioterapeut, socioterapeuter, stödpedagog, stödpedagoger, ungdomsassistent, ungdomsassistenter, äldrepedagog, äldrepedagoger
3412: församlingsföreståndare, missionär, missionären, missionärer, pastor, pastorer, pastorn
3421: jockey, jockeyn, professionell idrottsutövare, travkusk, travkuskar, tävlingsryttare
3422: distriktskonsulent, distriktskonsulenter, dykinstruktör, dykinstruktörer, förbundstränare, golfinstruktör, golfinstruktör/golftränare, golfinstruktörer, golftränare, idrottsdomare, idrottskonsulent, idrottskonsulenter, idrottstränare, instruktör inom specialidrott, personlig tränare, personlig tränare/pt, ridinstruktör, ridinstruktör/ridlärare, ridinstruktören, ridinstruktörer, ridlärare, skidinstruktör, skidinstruktör/skidlärare, skidinstruktörer, skidlärare, tränare inom specialidrott, träningsinstruktör, träningsinstruktörer, ungdomsinstruktör, ungdomsinstruktör/ungdomstränare, ungdomsinstruktörer, ungdomstränare, yoga instruktör, yogainstruktör, yogainstruktör/yogalärare, yogainstruktörer, yogalärare
3423: assistent i församlingsarbete, fritidsassistent, fritidsassistenter, fritidsinstruktör, fritidskonsulent, fritidskonsulenter, fritidsledare, fritidsledaren, församlingspedagog, församlingspedagoger, konsulent på stifts-, konsulent på stifts-/nationell nivå, nationell nivå, ungdomskonsulent, ungdomskonsulenten, ungdomskonsulenter, ungdomsledare, ungdomsledaren
3424: friskvårdskonsult, friskvårdskonsult/hälsovägledare, friskvårdskonsulter, friskvårdsledare, hälsocoach, hälsoinformatör, hälsoinformatörer, hälsopedagog, hälsopedagoger, hälsovägledare, kostrådgivare
3431: b-fotograf, bildbehandlare, director of photography, director of photography/dop/filmfotograf, filmfotograf, filmfotografen, filmfotografer, fotograf, fotografassistent, fotografen, fotografer, retuschör, retuschör/bildbehandlare, retuschörer, tv-fotograf
3432: butikskommunikatör, butikskommunikatör/visual merchandiser, butikskommunikatörer, dekorationsmålare, dekormålare, inredningsdesigner, köksarkitekt, köksarkitekter, produktionsdesigner: kultur, scenograf, scenografassistent, scenografen, scenografer, visual merchandiser
3433: attributör, attributörer, fad, first assistant director, inspelningsassistent, inspelningsassistenter, inspelningsledare, inspicient, inspicienten, inspicienter, intimitetskoordinator, location scout, platsletare, produktionsassistent: kultur, produktionsteknisk samordnare, produktionsteknisk samordnare/pts, programsekreterare, regiassistent, regiassistenter, rekvisitör, rekvisitören, rekvisitörer, rekvisitörsassistent, sad, scripta, scriptan, second assistant director, second assistant director/sad, studioman, studiomän, stuntkoordinator, sufflör, sufflörer, teknisk produktionsledare, teknisk produktionsledare/tpl, third assistant director, third assistant director/tad
3439: akrobat, akrobater, cirkusartist, cirkusartister, discjockey, dj, dj-ar, dj-n, djen, illusionist, imitatör, inläsare, jonglör, jonglörer, konferencier, konferencierer, konferenciern, lindansare, moderator, moderatorer, programledare, programledaren, programpresentatör, programpresentatörer, programvärd, programvärd/programvärdinna, programvärdinna, showartist, showartister, stand-up-komiker, statist, statisten, statister, stuntman, stuntmän, trapetskonstnär, trollkarl, trollkarlar, trollkarlen, varietéartist, varietéartister
3441: trafiklärare, trafikläraren
3449: datapedagog, datapedagog/it-pedagog, datapedagoger, hemslöjdskonsulent, hemslöjdskonsulenter, it-pedagog, it-pedagoger, kursutvecklare, mediepedagog, mediepedagoger, musikhandledare, personalutbildare, språkutbildare, studiecirkelledare, utbildningsledare
3451: köksmästare, köksmästaren, sous chef, sous-chef, souschef, souschefen, souschefer
3452: ekonomiföreståndare, ekonomiföreståndaren, fartygsintendent, houseman, husfar, husfru, husfruar, husfrubiträde, husfrun, husmor, internatföreståndare, internatföreståndare/skolmåltidsföreståndare, kostchef, kostekonom, kostekonomer, kostkonsulent, kostkonsulenter, kostutvecklare, kursgårdsföreståndare, måltidsutvecklare, skolmåltidsföreståndare, storhushållsföreståndare
3511: drifttekniker it, it-tekniker
3512: supporttekniker it
3513: databasadministratör, databasadministratörer, systemadministratör, systemadministratörer
3514: cloud-utvecklare, cloudutvecklare, molntekniker, molntekniker/cloudutvecklare, nätverks-tekniker, nätverkstekniker
3515: webb-ansvarig, webbansvarig, webbansvariga
3521: animationsoperatör, bildingenjör, bildingenjörer, bildmixer, bildproducent, bildproducenter, bing, biografmaskinist, biografmaskinister, colorist, colorister, digital imaging technician, digital imaging technician/dit/loggare, dit, filmklippare, filmtekniker, inspelningstekniker, kameraassistent, klippassistent, loggare, ob-assistent, ob-assistenter, ob-tekniker, studiotekniker, sändningstekniker, technical operation manager, technical operation manager/tom, vb-tekniker, vfx artist, videotekniker, videotekniker/vb-tekniker, visual effects artist, visual effects artist/vfx artist
3522: av-tekniker, belysningsmästare, belysningstekniker: scen, eventtekniker, filmelektriker, filmelektriker/tv-elektriker, filmelektrikerassistent, konferenstekniker, kopplingstekniker, ljudassistent, ljuddesigner, ljudingenjör, ljudingenjörer, ljudmixare, ljudtekniker, ljudteknikern, ljusbordsoperatör, ljusbordsoperatörer, ljusdesigner, ljussättare, ljustekniker, museitekniker, musiktekniker, passare, passaren, scenförman, scenmästare, scentekniker, sfx artist, special effects artist, special effects artist/sfx artist, teatertekniker, teatertekniker/scentekniker, turnétekniker, tv-elektriker, tv-elektrikerassistent
4111: ekonomiassistent, ekonomiassistenter, redovisningsassistent, redovisningsassistenter
4112: hr-assistent, hr-assistenter, löneadministratör, löneadministratör/lönekonsult, löneadministratörer, lönekonsult, lönekonsulter
4113: backoffice-medarbetare, backoffice-personal, backofficemedarbetare, backofficepersonal, frontofficepersonal
4114: ad-assistent, ad-assistenter, fastighetsmäklarassistent, fastighetsmäklarassistenter, försäkringsförmedlarassistent, försäkringsförmedlarassistenter, försäljningsassistent, försäljningsassistenter, marknadsassistent, marknadsassistenter
4115: inköpsassistent, inköpsassistenter, orderassistent, orderassistenter, ordermottagare
4116: skolassistent, skolassistenter
4117: medicinsk sekreterare, vårdkoordinator, vårdkoordinatorer
4119: administratör, administratören, administratörer, bostadsförmedlare, registrator, registratorer, registratorn, transportadministratör, transportadministratörer
4211: bingovärd, bingovärdinna, croupier, croupieren, croupierer, inspector dealer, kasinopersonal, oddssättare
4212: delgivare, inkassohandläggare, kronoassistent, kronoassistenter, kronoinspektör, kronoinspektörer, pantlånare
4221: incheckningsmedarbetare, resebyråassistent, resehandläggare, resesäljare, trafikassistent flygplats, trafikinformatör, trafikinformatörer, trafikvärd, trafikvärdar, turistinformatör, turistinformatörer
4222: besöksbokare, besöksbokare/kundbokare, garantihandläggare, kundbokare, kundtjänstmedarbetare, kundtjänstpersonal, reklamationshandläggare
4223: taxitelefonist, taxitelefonister, växeltelefonist, växeltelefonister
4224: campingvärd, campingvärd/stugvärd, campingvärdar, campingvärdinna, eventmedarbetare, eventpersonal, föreståndare camping, hotellreceptionist, hotellreceptionister, hotellvärd, hotellvärdinna, konferensvärd, konferensvärdinna, receptionschef hotell, stugvärd, stugvärdar
4225: receptionist, receptionisten, receptionister, receptionistpersonal, studiovärd, studiovärdinna
4226: intervjuare, intervjuaren, marknadsundersökare, marknadsundersökare/intervjuare
4321: arbetsledare lager och terminal, förrådsansvarig, förrådsansvariga, reservdelsansvarig, reservdelsansvariga
4322: depåtekniker, godsmottagare, lageradministratör, lageradministratörer, lagerarbetare, lagerarbetare/terminalarbetare, lagerplanerare, leveransbevakare, orderplockare, plockare, terminalarbetare
4323: bro- och slussvakt, fartygsoperatör, fartygsoperatörer, flight operating officer, load master, rampagent, rampagenter, trafikledare, trafikledaren, transportledare, tågledare, tågtrafikledare
4410: arkivassistent, arkivassistenter, biblioteksassistent, biblioteksassistenter, museiassistent, museiassistenter
4420: brevbärare, brevbäraren, postterminalarbetare
5111: båtvärd, båtvärdinna, kabinpersonal, kabinpersonalen, purser, pursern
5112: bussvärd, tågvärd, tågvärdar, tågvärdinna
5113: guide, naturguide, naturguider, platschef reseföretag, reseledare, reseledaren, turistvärd, turistvärdar, turistvärdinna
5120: kallskänka, kallskänkan, kallskänkor, kock, kock storhushåll, kocka, kockan, kockar, kockarna, kockbiträde, kockbiträden, kocken, kockmedarbetare, kockpersonal, kocksteward
5131: hovmästare, hovmästaren, intendenturpersonal, mässman, serveringsperson, serveringspersonal, servis, servis-personal, servisbiträde, servispersonal, servitris, servitrisen, servitriser, servitör, servitör/servitris, servitören, servitörer, sommelier
5132: barchef, barista, baristor, barmästare, bartender, bartendern, bartenderpersonal
5141: barberare, barberaren, frisör, frisöraspirant, frisörbiträde, frisören, frisörer, frisörmedarbetare, frisörska, hårfrisör, hårfrisören, hårfrisörer, perukmakare, perukmakaren
5142: ekologisk hudvårdsterapeut, hudterapeut, hudterapeuter
5143: massage-terapeuter, massageterapeut, massör, massören, massörer, medicinsk massageterapeut
5144: medicinsk fotterapeut, medicinsk fotvårdsterapeut
5149: fransstylist, fransstylister, make-up artist, makeup-artist, makeup-artister, makeupartist, manikyrist, manikyrister, maskör, maskören, maskörer, nagelterapeut, nagelterapeuter, pedikyrist, pedikyrister, piercare, sminkör, sminkören, sminkörer, spa-terapeut, spaterapeut, spaterapeuter, stylist, stylister, tatuerare, tatueraren
5151: arbetsledare städ
5152: fastighetsskötare, fastighetsskötaren, fastighetstekniker, fastighetsvärd, fastighetsvärdar, idrottsplatsvaktmästare, kapellvaktmästare, kyrkvaktmästare, kyrkvaktmästaren, skolvaktmästare, skolvaktmästaren
5161: begravningsrepresentant, begravningsrådgivare, borgerlig officiant, ceremonivärd, krematorieföreståndare, krematorievaktmästare
5169: anonym konsument, mystery shopper
5221: avdelningschef butik, biträdande butikschef, cafeteriaföreståndare, caféföreståndare, kaféföreståndare, kassaledare butik, köttmästare livsmedelsbutik, stationschef på drivmedelsstation
5222: butiksmedarbetare, butikssäljare, butikssäljaren, charkuteriarbetare, medarbetare
5223: bilförsäljare, bilförsäljaren, båtförsäljare, florist, floristbiträde, floristen, florister, husvagnsförsäljare, lastbilssäljare, maskinsäljare inom entreprenad
5224: optikerassistent, optikerassistenter
5225: bensinstationsbiträde, bensinstationsbiträden
5226: biluthyrare, maskinuthyrare, stuguthyrare, uthyrare sport- och fritidsutrustning
5227: apoteksassistent, apoteksassistenter, apotekstekniker
5230: kassa-personal, kassamedarbetare, kassapersonal, kassör, kassörska, uppräkningspersonal, valutaförsäljare
5241: eventförsäljare, hemförsäljare, modell, modellen, modeller, modellerare, modellexpert, produktdemonstratör
5242: telefonförsäljare, telefonkommunikatör på intresseorganisation
5311: barnskötare, barnsköterskan, dagbarnvårdare, dagbarnvårdaren, förskoleassistent, förskoleassistenter
5312: elevassistent, elevassistenter, lärarassistent, lärarassistenter, modersmålspedagog, modersmålspedagoger, skolvärd, skolvärdinna
5321: hemsjukvårdare, undersjuksköterska, undersjuksköterskor, undersköterska, undersköterskan, undersköterskor
5323: omvårdnadsassistent, omvårdnadsassistenter, specialistundersköterska, specialistundersköterskor, steriltekniker
5325: barnsköterska, barnsköterskor
5326: ambulanssjukvårdare, ambulanssjukvårdaren, sjuktransportör, sjuktransportörer
5330: hemtjänst, hemtjänstpersonal, hemvårdare, omsorgspersonal, sjukvårdsbiträde, sjukvårdsbiträden, vårdbiträde, vårdbiträden
5341: brukarspecialist, skötarstuderande
5342: boendestödjare, stödassistent, stödassistenter
5343: assistent, assistenten, assistenter, ledsagare, ledsagaren, personlig assistent, personliga assistenter, personligt ombud
5349: arbetsterapibiträde, fysioterapibiträde, gipstekniker, laboratoriebiträde, obduktionstekniker, tandvårdsbiträde
5350: ortodontiassistent, ortodontiassistenter, tandskötare, tandsköterska, tandsköterskan, tandsköterskor
5411: brandman, brandmannen, brandmän, brandmännen
5412: arrestantvakt, arrestantvakter, arrestvakt, kriminalvårdare
5413: butikskontrollant, butikskontrollanter, flygplatskontrollant, flygplatskontrollanter, gränskontrollant, gränskontrollanter, hundförare, hundföraren, ordningsvakt, ordningsvakten, ordningsvakter, personskyddsväktare, skyddsvakt, skyddsvakter, väktare, väktaren, värdetransportör, värdetransportörer
5414: larmoperatör, larmoperatörer, sos-operatör, sos-operatörer
5419: badvakt, badvakten, badvakter, brand- och säkerhetsvakt, parkeringsvakt, parkeringsvakten, parkeringsvakter, sjöfarts- och hamnskyddskontrollant, skidpatrullör, skidpatrullörer, trafikvakt, trafikvakten, trafikvakter
6111: bärodlare, bärodlare/fruktodlare, driftledare växtodling, fruktodlare, förman växt- och grönsaksodling, grönsaksodlare, gårdsmästare växtodling, lantbrukare växtodling
6112: arbetsledare trädgårdsodling, odlingsarbetare trädgård, trädgårdsmästare odling
6113: arborist, golfbanearbetare, kyrkogårdsarbetare, park- och trädgårdsarbetare, parkarbetare, trädgårdsanläggare, trädgårdsarbetare, trädgårdsmästare anläggning
6121: djurskötare lantbruk, förman djuruppfödning, hovslagare, hovslagaren, husdjurstekniker, hästskötare, klövvårdare, lantbrukare djuruppfödning, stallchef
6122: hundskötare, hundtrimmare, hundtränare, smådjursskötare, smådjursuppfödare
6129: biodlare, djurvårdare, försöksdjurstekniker
6130: gårdsmästare blandad drift, lantbrukare blandad drift, lantbruksförman blandad drift
6210: arbetsledare skogsvård, kontrollmätare virke, naturvårdare, skogsvårdare, virkesmätare
6221: fiskodlare, vattenbruksarbetare, vattenbrukstekniker
6222: fiskeskeppare, yrkesfiskare
7111: gruvbyggare, snickare, snickaren, träarbetare, träarbetare/snickare
7112: kakelugnsmakare, murare, muraren, plattsättare, stenmontör, stenmontörer, stuckatör, stuckatören, stuckatörer, ugnsmurare
7113: betongarbetare, betongare, betonghåltagare, lärling betongarbetare, lärling betonghåltagare
7114: banarbetare, bantekniker, beläggningsarbetare, drift- och vägunderhållsarbetare, drifttekniker ledningsnät va, stensättare, väg- och anläggningsarbetare
7115: anläggningsdykare, inspektionsdykare, yrkesdykare
7116: ställningsbyggare
7119: betongelementmontör, betongelementmontörer, brandskyddsmontör, brandskyddsmontörer, demonteringsarbetare, demonteringsarbetare/rivningsarbetare, fasadmontör, fasadmontörer, fasadputsare, fogarbetare, fogare, golvbeläggningsarbetare, husmontör, husmontörer, rivningsarbetare
7121: tak- och tätskiktsmontör, undertaksmontör, undertaksmontörer
7122: golvläggare, golvläggaren, golvslipare
7123: isoleringsplåtslagare, lösullsinstallatör, lösullsinstallatörer, vvs-isolerare
7124: bilglasmontör, bilglasmontörer, glas- och metallmontör, glasmästare, glasmästaren, glastekniker, glastekniker/glasmästare, konstinramare, konstinramare/rammakare, lärling glastekniker, rammakare
7125: industrirörmontör, industrirörmontörer, rörinfodrare, sprinklermontör, sprinklermontörer, ventilationsmontör, ventilationsmontörer, ventilationstekniker, vvs-montör, vvs-montörer
7126: kyl- och värmepumpstekniker, kyltekniker
7131: målare, målaren
7132: brandskyddsmålare, dopplackerare, emaljerare, folierare, fordonslackerare, industrilackerare, lackerare, möbellackerare, rostskyddsbehandlare, rostskyddsmålare, takmålare plåttak
7133: skorstensfejare, skorstensfejaren, skorstensfejartekniker
7134: asbestsanerare, saneringsarbetare, skadedjurstekniker, spol- och avloppstekniker, takrengörare, ventilationsrengörare
7211: gjutare metallhantverk, konstgjutare
7212: hårdlödare, mjuklödare, spårsvetsare, svetsare, svetsaren
7213: byggnadsplåtslagare, lärling byggnadsplåtslagare, ventilationsplåtslagare
7214: bilskadereparatör, bilskadereparatörer, cisterntekniker, flygplåtslagare, tunnplåtslagare
7215: fartygsplåtslagare, grovplåtslagare, stålbyggnadsmontör, stålbyggnadsmontörer
7221: byggnadssmed, smed, smeden, smeder
7222: verktygsmakare
7223: cnc- operatör, cnc-operatör, cnc-operatörer, laseroperatör, laseroperatörer, maskinoperatör mekanisk verkstad, pressoperatör metallbearbetning, robottekniker, smidesoperatör, smidesoperatörer, svarvare, svarvaren, svetsoperatör, svetsoperatörer, verkstadstekniker
7224: gradare, slipare metall
7231: bussmekaniker, cykelmekaniker, lastbilsmekaniker, marintekniker, maskinmekaniker, mopedmekaniker, motorcykelmekaniker, personbilsmekaniker, reservdelsspecialist, reservdelsspecialister, servicetekniker hyrmaskiner, småmaskinmekaniker
7232: flygmekaniker
7233: fartygsreparatör, fartygsreparatörer, installationstekniker industrimaskiner, kranmontör, kranmontörer, maskinmontör industrimaskiner, materialprovare, motorelev, motorman, motormän, motormännen, tågtekniker, underhålls-mekaniker, underhållsmekaniker, vindkrafttekniker
7311: finmekaniker, hjälpmedelstekniker, låssmed, låssmeden, låssmeder, tandteknikerbiträde, urmakare, urmakaren, vapentekniker
7312: gemmolog, guldsmed, guldsmeden, guldsmeder, juvelfattare, silversmed, silversmeden, silversmeder, ädelstensslipare
7319: blåsinstrumentmakare, dockmakare, fiolbyggare, förgyllare, gitarrbyggare, gitarrtekniker, glasblåsare, glasblåsaren, glasbruksarbetare, glashantverkare, glasmålare, gravör, gravörer, intonatör, keramiker, konsthantverkare, korgmakare, krukmakare, krukmakaren, musikinstrumentmakare, orgelbyggare, patinör, pianostämmare, porslinsmålare, produktionsledare glasbruk, skyltmakare, stickare, trumtekniker, trumtillverkare, vävare, vävaren
7321: prepressoperatör, prepressoperatörer
7322: digital-tryckare, digitaltryckare, maskinoperatör tryckeri
7323: bokbindare, bokbindaren, bokbinderiarbetare, bokbinderipersonal
7411: installationselektriker, ledande montör, service-elektriker, serviceelektriker
7412: automations-elektriker, automationselektriker, fartygselektriker, fartygselektrikerelev, flygplanselektriker, hiss- och rulltrappstekniker, industri-elektriker, industrielektriker
7413: distributionselektriker, kontaktledningstekniker, service-tekniker, servicetekniker, stationstekniker
7420: elektronikreparatör, elektronikreparatörer, fibertekniker, instrumenttekniker, larmtekniker, projektör telekom, signaltekniker, tele-tekniker, teletekniker
7521: manuell ytbehandlare inom trä
7522: attributmakare, båtbyggare, båtbyggaren, dekorsnickare, dekorsnickare/teatersnickare, inredningssnickare, inredningssnickare/specialsnickare, modellbyggare, möbelsnickare, möbelsnickaren, specialsnickare, teatersnickare
7523: cnc-operatör trä, maskinsnickare, trähusindustriarbetare
7531: hattmakare, kostymassistent, kostymassistenter, kostymmästare, kostymtekniker, kostymtekniker/påklädare, körsnär, modist, modister, mönsterkonstruktionsassistent, mönsterkonstruktör, mönsterkonstruktörer, mönsterritare, produkttekniker konfektion, produktutvecklare konfektion, påklädare, skräddare, skräddaren, sömmerska konfektion, tillskärare, tillskäraren
7532: segelmakare, sömmerska
7533: bilsadelmakare, möbeltapetserare
7534: garvare, garvaren, ortopedskomakare, ortopedskomakare/ortopedskotekniker, ortopedskotekniker, sadelmakare, sadelmakaren, skomakare, skomakaren, väskmakare
7611: charkuterist, charkuterister, slaktare, slaktaren, styckare
7612: bagare, bagare/konditor, bagaren, konditor, konditorer, konditorn
7613: kvalitetsbedömare livsmedel, livsmedelskontrollant, livsmedelskontrollanter
8111: bergarbetare, stenbrottsarbetare
8112: krossoperatör, krossoperatörer, processoperatör malmanrikning
8113: borrtekniker, borrtekniker/brunnsborrare, brunnsborrare, kärnborrare, pumpman
8114: asfaltverksmaskinist, betongvaruarbetare, maskinoperatör stenvaror, processoperatör betong, processoperatör cementtillverkning
8115: bergsprängare
8116: stengravör, stenhuggare, stenhuggaren
8121: maskinoperatör ytbehandling av metall
8122: valsare, valsoperatör, valsverksoperatör, valsverksoperatörer
8129: gjuterioperatör, gjuterioperatörer, maskinoperatör kabeltillverkning, maskinoperatör metallformning
8131: maskinoperatör hygienteknik, operatör läkemedelstillverkning
8132: maskinoperatör fotografiska produkter, maskinoperatör kemitekniska produkter, maskinoperatör sprängämnen och pyroteknik, operatör batteritillverkning
8141: maskinoperatör gummiindustri
8142: formsprutningsprocesstekniker, plastbåtbyggare, plastmaskinoperatör, plastmaskinoperatörer, plastmaskinställare, plastsvetsare
8143: maskinoperatör pappersvaruindustri
8151: kemtvättare, maskinoperatör tvätt och textilbehandling
8159: industrisömmerska, industrisömmerskor, konfektionssömmerska, maskinoperatör skotillverkning, processoperatör textilindustri
8161: maskinoperatör foderberedning, maskinoperatör kött- och fiskberedning
8162: processoperatör mejeri
8163: maskinoperatör bageri- och konfektyrindustri, maskinoperatör spannmål
8169: bryggeritekniker, destilleriarbetare, maskinoperatör livsmedelsindustri
8171: processoperatör pappersmassa
8172: processoperatör papper
8173: hyveloperatör sågverk, maskinoperatör träindustri, sågverksoperatör, sågverksoperatörer
8174: maskinoperatör ytbehandling av trä
8181: emballerare, maskinoperatör förpackning och påfyllning
8189: processoperatör glas, processoperatör keramisk industri, tegelbruksarbetare
8191: drifttekniker elkraft, drifttekniker reningsverk va, drifttekniker vattenverk va, drifttekniker värmeverk
8192: processoperatör bioraffinaderi, processoperatör kemisk industri
8193: processoperatör smältverk, processövervakare metallproduktion, ugnsoperatör, ugnsoperatörer
8199: industrirobotoperatör
8211: flygplansmontör, fordonsmontör, fordonsmontörer, motormontör, motormontörer
8212: el-montör, el-montörer, elektronikmontör, elektronikmontörer, elmontör, solcellsinstallatör, solcellsmontör, solcellsmontörer
8213: däckmontör, däckmontörer, montör, montör metallprodukter, montören, montörer, robotmontör, robotmontörer, solskyddsmontör, solskyddsmontörer
8214: köksmontör, köksmontörer, montör träprodukter, möbel- och inredningsmontör
8219: braskaminmontör, montör papp- och textilprodukter, mätartekniker va, skyltmontör, skyltmontörer
8311: förare av tåg, lokförare, lokföraren, tunnelbaneförare, tågförare
8312: växlare, växlaren
8321: taxi-förare, taxichaufför, taxichauffören, taxichaufförer, taxiförare
8329: budbils-chaufför, budbilschaufför, budbilschaufförer, budbilsförare, cykelbud, personbilschaufför, personbilsförare, testchaufför, testförare
8331: busschaufför, busschauffören, busschaufförer, bussförare, spårvagnsförare
8332: bohags- och flyttbilsförare, bokbusschaufför, bokbusschaufförer, bokbussförare, bygg- och anläggningsförare, bärgarförare, distributions-chaufför, distributionschaufför, distributionsförare, djurtransportförare, fjärrbilschaufför, fjärrbilsförare, kranbilschaufför, kranbilschaufförer, kranbilsförare, lastbilschaufför, lastbilsförare, liftdumper- och lastväxlarförare, renhållningschaufför, renhållningschaufförer, renhållningsförare, skogstransportförare, specialtransportförare, sug- och spolbilsförare, tank- och bulkbilsförare
8341: maskinförare lantbruk, skogsmaskinförare
8342: bandschaktarförare, beläggningsmaskinförare, grundläggningsmaskinförare, grävlastarförare, grävmaskinförare, hjullastarchaufför, hjullastarförare, lärling grundläggningsmaskinförare, motorschaktvagnförare, mudderverkskötare, pistmaskinförare, renhållningsmaskinförare, väghyvelförare, vältförare
8343: containerkranförare, lifttekniker, mobilkranförare, tornkranförare
8344: teleskoptruckförare, traktorförare, truckchaufför, truckförare
8350: båtsman, båtsman/bås, båtsmannen, båtsmän, jungman, jungmannen, jungmän, jungmännen, lättmatros, lättmatroser, matros, matrosen, matroser
9111: byggstädare, cabin stewardess, cabin stewardess/hyttvärdinna, fartygsstädare, hyttvärd, hyttvärdinna, industristädare, lokalvård, lokalvårdare, sjukhusstädare, städ, städare, städaren, städbiträde, städerska, städerskan, städerskor, städmedarbetare, städning, städpersonal, städspecialist
9119: barnflicka, barnflickan, barnpassare, barnvakt, barnvakten, barnvakter, hemhjälp, hemhjälpare, hemhjälpen
9120: bilrekondare, bilrekonditionerare, bilvårdare, fönsterputsare, fönsterputsaren
9210: bärplockare, plantskolearbetare, plantör, plantörer, skördearbetare, växtskötare
9310: grovarbetare, grovarbetaren, måleri
9320: packare
9331: hamnarbetare
9332: expressarbetare, expressarbetare/flyttkarl/stadsbud, flygplanslastare, flygplatstekniker, flyttkarl, flyttkarlar, hemelektronikinstallatör, packmästare flytt, roadie, roddare, roddare/roadie, roddaren, stadsbud, stadsbuden, stagehand, varupåfyllare, vitvarumontör, vitvarumontör/hemelektronikinstallatör, vitvarumontörer
9411: gatuköksbiträde, gatuköksbiträden, grillkock snabbmat, pizzabagare, pizzabagaren
9412: cateringarbetare, diskare, diskaren, ekonomibiträde, ekonomibiträden, köksbiträde, köksbiträden, måltidsbiträde, måltidsbiträden, restaurangbiträde, restaurangbiträden, skolkök
9413: kafébiträde, kafébiträde/konditoribiträde, konditoribiträde
9520: gatuförsäljare, marknadsförsäljare
9610: bildemonterare, bildemontör, bildemontörer, demontör återvinning, medåkare renhållningsbil, miljöarbetare anläggning, återvinningsarbetare på åvc
9621: reklamutdelare, tidningsdistributör, tidningsdistributörer
9622: biografmedarbetare, garderobiär, garderobiären, garderobiärer, kontorsvaktmästare, sjukhusvaktmästare, vaktmästare
9629: affischerare, affischuppsättare, affischör, affischörer, aktivitetsledare, auktionsbiträde, diversearbetare, entrépersonal, entrévärd, entrévärdar, hamnvärd, hamnvärdar, lastpallssnickare, nöjesparksarbetare, publikvärd, publikvärdar, skidliftvärd, snöläggare, tivoliarbetare, tivoliarbetare/nöjesparksarbetare, väderobservatör, väderobservatörer
`;
