export declare const target: URL;
export declare function compileKernel(): Promise<string>;
