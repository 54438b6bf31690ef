//! A simulated runner's files in a temporary folder, and the program run on them.

use crate::program::{Exported, Place, TODAY, files_below};
use kneewise_simulate::{Recording, Scenario, plan};
use kneewise_types::Date;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

/// A folder with a runner's files and room for databases.
pub struct Runner {
    place: Place,
    pub files: Vec<PathBuf>,
}

impl Runner {
    /// The files of `days` days, in the folder `files`.
    pub fn new(seed: u64, days: u16) -> Self {
        let place = Place::new();
        let mut scenario = Scenario::new(seed, TODAY.parse().unwrap()).with_days(days.into());
        scenario.recording = Recording::Smart;
        let life = plan(&scenario);
        let mut files = Vec::new();
        for file in
            (0..life.file_count()).filter_map(|at| life.file(at)).filter(|file| file.path != "truth.json")
        {
            let path = place.join("files").join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &file.bytes).unwrap();
            files.push(path);
        }
        Self { place, files }
    }

    /// A place in the temporary folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.place.join(name)
    }

    /// The program on the database of that name, or at that address, ready to start.
    pub fn command(&self, database: &str, arguments: &[&str]) -> Command {
        self.command_on(TODAY.parse().unwrap(), database, arguments)
    }

    /// The same asked on another day.
    pub fn command_on(&self, as_of: Date, database: &str, arguments: &[&str]) -> Command {
        let mut command = self.place.command(&[]);
        command.env("NO_COLOR", "1");
        let url = if database.contains(':') {
            database.to_owned()
        } else {
            format!("sqlite:{}", self.path(database).display())
        };
        command.arg("--database").arg(url).arg("--as-of").arg(as_of.to_string()).args(arguments);
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, database: &str, arguments: &[&str]) -> Output {
        self.command(database, arguments).output().unwrap()
    }

    /// Runs the program and expects it to succeed.
    pub fn succeed(&self, database: &str, arguments: &[&str]) -> String {
        let output = self.run(database, arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?} ended with {}: {told}", output.status);
        String::from_utf8(output.stdout).unwrap()
    }

    /// Starts an import of all files and does not wait for it.
    pub fn start_import(&self, database: &str) -> Child {
        let files = self.path("files").display().to_string();
        let mut command = self.command(database, &["--quiet", "import", &files]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Imports all files.
    pub fn import(&self, database: &str) {
        self.succeed(database, &["--quiet", "import", &self.path("files").display().to_string()]);
    }

    /// Every file of an export with its bytes.
    pub fn export(&self, database: &str) -> Exported {
        let folder = self.path("exported").join(database.rsplit('/').next().unwrap_or_default());
        self.succeed(database, &["--quiet", "export", &folder.display().to_string()]);
        let found = files_below(&folder);
        fs::remove_dir_all(&folder).unwrap();
        found
    }

    /// Removes a database with all that belongs to it.
    pub fn forget(&self, database: &str) {
        for ending in ["", "-wal", "-shm"] {
            let path = self.path(&format!("{database}{ending}"));
            if path.exists() {
                fs::remove_file(path).unwrap();
            }
        }
    }
}
