/**
 * English names of occupations that are common among participants, by SSYK 2012 code: `code: name, name, …`, in lower case.
 * Written for this project.
 */
export const englishOccupationCodeTable = `
2142: civil engineer
2143: electrical engineer, electronics engineer
2144: mechanical engineer
2211: doctor, physician
2221: nurse, registered nurse
2330: high school teacher, secondary school teacher
2341: teacher, primary school teacher, school teacher
2343: preschool teacher, kindergarten teacher
2512: software developer, software engineer, programmer, web developer
3112: construction technician
3313: bookkeeper
4111: accounting assistant
4119: secretary, administrative assistant, office assistant, office clerk, office worker, clerk
4225: receptionist
4322: warehouse worker, warehouse operative, order picker, picker, stock clerk, storekeeper
5120: cook, chef
5131: waiter, waitress, server
5132: bartender
5141: hairdresser, barber
5142: beautician, beauty therapist
5152: caretaker, property caretaker, building caretaker
5222: shop assistant, store assistant, sales assistant, salesperson, shop worker
5230: cashier
5311: childcare worker, child carer, nursery nurse, childminder
5312: teaching assistant, teacher's aide, pupil assistant
5321: assistant nurse, nurse assistant, nursing assistant, enrolled nurse, auxiliary nurse, nursing aide
5330: care assistant, caregiver, care worker, home care worker, home carer, home help
5343: personal assistant, personal care assistant
5413: security guard, guard
6111: farmer, crop farmer
6113: gardener, landscaper, park worker
6210: forestry worker
7111: carpenter, builder
7112: bricklayer, mason
7119: construction worker, building worker
7125: plumber
7131: painter, house painter
7212: welder
7231: car mechanic, auto mechanic, vehicle mechanic, motor mechanic
7411: electrician
7531: tailor, dressmaker
7532: seamstress, sewing machine operator
7611: butcher
7612: baker, pastry cook, confectioner
8199: machine operator
8219: assembler, assembly worker
8321: taxi driver
8331: bus driver
8332: lorry driver, truck driver, heavy truck driver
8344: forklift driver, forklift operator
9111: cleaner, office cleaner, hotel cleaner, housekeeper, room attendant
9210: farm worker, agricultural worker
9310: labourer, construction labourer
9320: packer, hand packer
9332: shelf stacker
9412: kitchen assistant, kitchen helper, dishwasher, kitchen porter
9520: street vendor, market seller
9622: janitor, handyman
`;
