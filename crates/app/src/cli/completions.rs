//! `kneewise completions`.

use super::arguments::Arguments;
use super::context::Context;
use super::failure::Failure;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  kneewise completions bash > ~/.local/share/bash-completion/completions/kneewise
  kneewise completions zsh > ~/.zfunc/_kneewise
  kneewise completions fish > ~/.config/fish/completions/kneewise.fish")]
pub struct CompletionsArguments {
    /// The shell they are for
    #[arg(value_enum)]
    shell: Shell,
}

pub fn run(arguments: &CompletionsArguments, context: &Context) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "kneewise", &mut script);
    let script = String::from_utf8_lossy(&script);
    if context.screen.is_json {
        return context.screen.json(&serde_json::json!({ "schema": 1, "script": script }));
    }
    context.screen.print(&script)
}
