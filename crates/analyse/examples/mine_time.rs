fn main(){ 
 let t=std::time::Instant::now(); let m=kneewise_analyse::notes::Miner::new(); println!("compile {:?}",t.elapsed());
 let rows:Vec<String>=["en","de","fr","es","pt"].iter().flat_map(|l| std::fs::read_to_string(format!("fixtures/notes/{l}.tsv")).unwrap().lines().skip(1).filter(|l|l.ends_with("dev")).map(|l|l.split('\t').nth(2).unwrap().to_string()).collect::<Vec<_>>()).collect();
 let t=std::time::Instant::now(); let mut n=0; for i in 0..3000{ n+=m.read(&rows[i%rows.len()]).len(); } println!("3000 notes {:?} {n}",t.elapsed());
 let plain:Vec<String>=(0..9000).map(|i| format!("Morning Run {i} easy along the river with the club, 5x1k at threshold then home")).collect();
 let t=std::time::Instant::now(); for p in &plain { n+=m.read(p).len(); } println!("9000 plain {:?}",t.elapsed());
 for w in ["knee ","left knee pain, ","knee 4/10 ","no ","(","knee","5 km ","ITB rolled and ","à","nicht "] { let s=w.repeat(1_000_000/w.len()); let t=std::time::Instant::now(); m.read(&s); println!("{w:?} {:?}",t.elapsed()); }
}
