export interface KernelSource {
  readonly file: string;
  readonly constant: string;
  readonly text: string;
  readonly target: URL;
}
export declare const scanKernel: KernelSource;
export declare const columnKernel: KernelSource;
export declare const boundKernel: KernelSource;
export declare function compileKernel(source: KernelSource): Promise<string>;
