//! `pictures`: the pictures of the README made anew, of the demo's runner on its day, in headless Chromium.
#![expect(clippy::print_stdout, reason = "a task speaks to the person who ran it")]

use crate::{Outcome, chromium, run};

/// Larger ones make the README slow to open.
const MOST_BYTES: u64 = 150 * 1024;

/// Takes them, makes them small, and says how large they are.
pub fn pictures() -> Outcome {
    chromium::find()?;
    if run::output("pngquant", &["--version"]).is_none() {
        run::install("pngquant")?;
    }
    let test = ["test", "--package", "kneewise-app", "--test", "cli", "--", "--ignored", "--exact"];
    run::cargo(&[&test[..], &["browser::pictures::pictures_of_the_readme"]].concat())?;
    let mut too_large = Vec::new();
    for path in run::files(&run::root().join("docs/pictures"), &[".png"]) {
        let shown = path.display().to_string();
        let small =
            ["--force", "--strip", "--speed", "1", "--quality", "70-95", "--output", &shown, "--", &shown];
        run::run(&mut run::command("pngquant", &small))?;
        let bytes = std::fs::metadata(&path).map_err(|error| format!("`{shown}`: {error}"))?.len();
        println!("{shown}: {} KB", bytes / 1024);
        if bytes > MOST_BYTES {
            too_large.push(shown);
        }
    }
    match too_large.is_empty() {
        true => Ok(()),
        false => Err(format!("larger than {} KB: {}", MOST_BYTES / 1024, too_large.join(", "))),
    }
}
