// Decode every file named on the command line with the vendor's SDK; print the seconds it took.
import { readFileSync } from "node:fs";
import { Decoder, Stream } from "@garmin/fitsdk";

const start = performance.now();
let samples = 0;
for (const path of process.argv.slice(2)) {
  const decoder = new Decoder(Stream.fromBuffer(readFileSync(path)));
  const { messages } = decoder.read();
  samples += messages.recordMesgs?.length ?? 0;
}
if (samples === 0) throw new Error("nothing decoded");
console.log((performance.now() - start) / 1000);
