//! The browser of the tests: found, or installed from Debian's package when this machine can.

use crate::run;

/// The version of the browser, such as `Chromium 148.0`.
pub fn find() -> Result<String, String> {
    if let Some(version) = version() {
        return Ok(version);
    }
    run::install("chromium")?;
    version().ok_or_else(|| "`chromium` was not found after the install".to_owned())
}

fn version() -> Option<String> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let line = names.iter().find_map(|name| run::output(name, &["--version"]))?;
    Some(line.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}
