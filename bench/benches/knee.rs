//! Load on the knee: the kernel against a plain pass over the same columns, and ten years of it from the store.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use jiff::civil::date;
use kneewise_analyse::knee::kernel::{Columns, Model, Time, running_dose};
use kneewise_app::knees::{self, Knees, Telling};
use kneewise_bench::{at_least, at_most, history, median_s, process};
use kneewise_store::{DatabaseUrl, Store};
use std::hint::black_box;
use std::io;
use std::process::Command;

/// Samples of ten years at one hour every day and a bit.
const SAMPLES: u32 = 10_800_000;
const BYTES_A_SAMPLE: f64 = 12.0;

fn main() -> io::Result<()> {
    kernel();
    store()
}

/// One column each of speed, step rate and grade, in the steps that watches record.
struct Made {
    speed_mps: Vec<f32>,
    cadence_spm: Vec<f32>,
    grade: Vec<f32>,
}

impl Made {
    #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
    fn new(samples: u32) -> Self {
        let wave = |n: u32, period: f64| (f64::from(n) / period).sin();
        Self {
            speed_mps: (0..samples).map(|n| (3.0 + 0.6 * wave(n, 97.0)) as f32).collect(),
            cadence_spm: (0..samples).map(|n| (168.0 + 8.0 * wave(n, 61.0)).round() as f32).collect(),
            grade: (0..samples).map(|n| (0.06 * wave(n, 130.0)) as f32).collect(),
        }
    }

    fn columns(&self, from: usize, to: usize) -> Option<Columns<'_>> {
        Some(Columns {
            speed_mps: self.speed_mps.get(from..to)?,
            cadence_spm: Some(self.cadence_spm.get(from..to)?),
            grade: self.grade.get(from..to)?,
            time: Time::Each(1.0),
        })
    }
}

fn plain_pass(columns: &Columns<'_>) -> f32 {
    let sum = |column: &[f32]| {
        let mut lanes = [0.0_f32; 16];
        for sixteen in column.as_chunks::<16>().0 {
            for (lane, value) in lanes.iter_mut().zip(sixteen) {
                *lane += value;
            }
        }
        lanes.iter().sum::<f32>()
    };
    sum(columns.speed_mps) + sum(columns.grade) + columns.cadence_spm.map_or(0.0, sum)
}

/// Multiplications and additions for each second of running, counted in the kernel: two logarithms, four powers, three sums of a shape twice.
const OPERATIONS_A_SAMPLE: f64 = 130.0;

/// As many multiplications and additions as the kernel needs for so many samples, in registers, none waiting for another: what the
/// processor can do at best.
fn arithmetic(samples: usize) -> f64 {
    const LANES: usize = 16;
    let operations = OPERATIONS_A_SAMPLE * samples as f64;
    let mut sums = [1.0_f64; LANES];
    let (factor, more) = (black_box(0.999_999), black_box(1e-9));
    let mut done = 0.0;
    while done < operations {
        for sum in &mut sums {
            *sum = *sum * factor + more;
        }
        done += 2.0 * LANES as f64;
    }
    sums.iter().sum()
}

fn kernel() {
    let made = Made::new(SAMPLES);
    let all = usize::try_from(SAMPLES).unwrap_or(0);
    println!(
        "knee: kernel, one core, against a plain pass over the same three columns, and against as much arithmetic"
    );
    for (name, size, runs) in [("an hour, in cache", 3600, 2001), ("ten years, from memory", all, 5)] {
        let Some(columns) = made.columns(0, size) else { continue };
        let plain_s = median_s(runs, || {
            black_box(plain_pass(black_box(&columns)));
        });
        let kernel_s = median_s(runs, || {
            black_box(running_dose(black_box(&columns), &Model::POPULATION));
        });
        let arithmetic_s = median_s(runs, || {
            black_box(arithmetic(black_box(size)));
        });
        let rate = size as f64 / kernel_s;
        let bytes = size as f64 * BYTES_A_SAMPLE;
        println!(
            "  {name:<26} {:6.0} M samples/s {:6.2} GB/s; plain pass {:5.1} GB/s; ratio {:.3}, goal 0.3: {}",
            rate / 1e6,
            rate * BYTES_A_SAMPLE / 1e9,
            bytes / plain_s / 1e9,
            plain_s / kernel_s,
            at_least(plain_s / kernel_s, 0.3)
        );
        println!(
            "  {:<26} bound by arithmetic: {OPERATIONS_A_SAMPLE} operations on {BYTES_A_SAMPLE} bytes, {:.1} G/s; at best {:.1} G/s; ratio {:.2}",
            "",
            rate * OPERATIONS_A_SAMPLE / 1e9,
            OPERATIONS_A_SAMPLE * size as f64 / arithmetic_s / 1e9,
            arithmetic_s / kernel_s
        );
    }
}

fn store() -> io::Result<()> {
    let folder = history::folder()?;
    let path = history::target().join("bench").join("knee.db");
    let url = DatabaseUrl::file(&path);
    if !path.is_file() {
        let kneewise = process::kneewise()?;
        let mut command = Command::new(&kneewise);
        command.args(["--database", &url.to_string(), "--quiet", "import"]);
        process::run(command.arg(&folder))?;
    }
    let mut store = Store::open(&url).map_err(io::Error::other)?;
    let plain = store.history().map_err(io::Error::other)?;
    println!("knee: {} activities in the store", plain.activities.len());
    let recompute_s = median_s(3, || {
        black_box(store.write(|writing| writing.forget_knee_digests()).ok());
        black_box(Knees::read(&mut store, &plain, &Telling::SILENT).ok());
    });
    println!(
        "  ten years made again from their samples, kept {recompute_s:8.2} s   goal at most 1.5: {}",
        at_most(recompute_s, 1.5)
    );
    let as_of = date(2026, 10, 1);
    let read_s = median_s(9, || {
        black_box(store.knee_digests().ok());
    });
    let fill_s = median_s(9, || {
        let mut filled = plain.clone();
        black_box(knees::add_to(&mut filled, &mut store, as_of, &Telling::SILENT).ok());
    });
    let clone_s = median_s(9, || {
        black_box(plain.clone());
    });
    println!("  what is kept, read                            {:8.1} ms", read_s * 1000.0);
    println!("  doses of every activity from what is kept     {:8.1} ms", (fill_s - clone_s) * 1000.0);
    Ok(())
}
