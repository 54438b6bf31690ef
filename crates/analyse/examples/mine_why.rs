fn main(){ let m=kneewise_analyse::notes::Miner::new(); for t in std::env::args().skip(1){ println!("== {t}\n{}",m.explain(&t)); println!("{:#?}", m.read(&t)); } }
