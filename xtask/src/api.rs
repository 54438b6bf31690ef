//! `api`: the description of the API is valid OpenAPI 3.1, and thousands of made-up requests get only answers that it names.

use crate::{Outcome, run};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const DAY: &str = "2026-10-01";
/// Versions of the tools, from PyPI.
const TOOLS: [&str; 2] = ["schemathesis==4.32.5", "openapi-spec-validator==0.9.0"];
/// Made-up requests of each operation.
const EXAMPLES: &str = "400";

/// Reads the description and holds it to the standard.
const VALIDATE: &str =
    "import json, sys, urllib.request; from openapi_spec_validator import validate, OpenAPIV31SpecValidator
text = json.load(urllib.request.urlopen(sys.argv[1])); validate(text, cls=OpenAPIV31SpecValidator)
print('the description is valid OpenAPI', text['openapi'], 'with', len(text['paths']), 'paths')";

/// Fewer made-up requests than this say little.
const LEAST: &str = "5000";

/// Reads the report of the run and holds it to the number of requests.
const COUNT: &str =
    "import json, sys; report = json.load(open(sys.argv[1])); made = report['test_cases']['generated']
print(made, 'requests were made up and answered'); at_least = int(sys.argv[2])
report['complete'] or sys.exit('the run was not complete')
made < at_least and sys.exit(f'fewer than {at_least}: raise EXAMPLES in xtask/src/api.rs')";

/// Runs both checks on a server with a simulated runner.
pub fn api(options: &[&str]) -> Outcome {
    let tools = tools()?;
    run::cargo(&["build", "--quiet", "--release", "--package", "kneewise-app"])?;
    let folder = run::root().join("target/api");
    let server = Server::start(&folder)?;
    let description = format!("http://{}/api/v1/openapi.json", server.address);
    run::run(&mut run::command(&shown(&tools.join("python")), &["-c", VALIDATE, &description]))?;
    let settings = shown(&run::root().join("xtask/schemathesis.toml"));
    let report = shown(&folder.join("report.json"));
    let mut arguments = vec![
        "--config-file",
        &settings,
        "run",
        &description,
        "--checks",
        "all",
        "--max-examples",
        EXAMPLES,
        "--continue-on-failure",
        // Python 3.11 reads source from two threads at once wrongly.
        "--workers",
        "1",
        "--request-timeout",
        "20",
        "--generation-database",
        "none",
        "--report",
        "json",
        "--report-json-path",
        &report,
    ];
    arguments.extend(options);
    let mut requests = run::command(&shown(&tools.join("schemathesis")), &arguments);
    let hooks = run::root().join("xtask/schemathesis_hooks.py");
    run::run(requests.current_dir(&folder).env("SCHEMATHESIS_HOOKS", hooks))?;
    run::run(&mut run::command(&shown(&tools.join("python")), &["-c", COUNT, &report, LEAST]))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The tools in an environment of their own below `target`, installed once.
fn tools() -> Result<PathBuf, String> {
    let place = run::root().join("target/api/venv");
    let programs = place.join("bin");
    if !programs.join("schemathesis").exists() || !programs.join("openapi-spec-validator").exists() {
        run::run(&mut run::command("python3", &["-m", "venv", &shown(&place)]))?;
        let mut arguments = vec!["install", "--quiet"];
        arguments.extend(TOOLS);
        run::run(&mut run::command(&shown(&programs.join("pip")), &arguments))?;
    }
    Ok(programs)
}

/// A server on a database of its own, ended when dropped.
struct Server {
    program: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Server {
    fn start(folder: &Path) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("cannot start the server: {error}");
        let database = folder.join("api.db");
        for ending in ["db", "db-wal", "db-shm"] {
            // What is not there need not go.
            let _ = std::fs::remove_file(database.with_extension(ending));
        }
        let files = folder.join("files");
        let _ = std::fs::remove_dir_all(&files);
        run::run(&mut kneewise(&database, &["simulate", &shown(&files), "--days", "200", "--seed", "4"]))?;
        run::run(&mut kneewise(&database, &["import", &shown(&files)]))?;
        let port = TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).map_err(failed)?.port();
        let address = format!("127.0.0.1:{port}");
        let mut program = kneewise(&database, &["serve", "--listen", &address])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let mut line = String::new();
        if let Some(out) = program.stdout.take() {
            BufReader::new(out).read_line(&mut line).map_err(failed)?;
        }
        Ok(Self { program, address })
    }
}

fn kneewise(database: &Path, arguments: &[&str]) -> Command {
    let program = run::root().join("target/release/kneewise");
    let url = format!("sqlite:{}", database.display());
    let mut command = run::command(&shown(&program), &["--quiet", "--as-of", DAY, "--database", &url]);
    command.args(arguments);
    command
}
