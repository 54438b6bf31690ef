use std::collections::BTreeMap; use serde::Deserialize;
#[derive(Deserialize)] struct F{ code:String, common:Vec<String>, #[serde(default)] typos:Vec<String>, #[serde(flatten)] s:BTreeMap<String,BTreeMap<String,Vec<String>>> }
fn main(){ for l in ["en","de","fr","es","pt"]{ let s=std::fs::read_to_string(format!("crates/analyse/data/notes/{l}.toml")).unwrap(); let t=std::time::Instant::now(); let f:F=toml::from_str(&s).unwrap(); println!("{l} {} bytes {:?} phrases {}",s.len(),t.elapsed(),f.s.values().flat_map(|x|x.values()).map(|v|v.len()).sum::<usize>()); }
 let s=std::fs::read_to_string("crates/analyse/data/notes/names.toml").unwrap(); let t=std::time::Instant::now(); let _:toml::Table=toml::from_str(&s).unwrap(); println!("names {:?}",t.elapsed()); }
