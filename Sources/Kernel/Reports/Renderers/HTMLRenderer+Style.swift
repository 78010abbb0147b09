extension HTMLRenderer {
    /// The style of a page: light, dark and on paper.
    ///
    /// Contrasts against the background (WCAG 2.1, 1.4.3 and 1.4.11): text at least 4.5 to 1, lines and marks of pictures at least 3 to 1.
    static let style = """
        :root{color-scheme:light dark;--text:#1a1a1a;--soft:#4a4a4a;--back:#fff;--line:#767676;--link:#0b4f9e;\
        --s0:#0b4f9e;--s1:#9c3d00;--s2:#1d6b2f;--s3:#7a1f7a}
        @media (prefers-color-scheme:dark){:root{--text:#eee;--soft:#c4c4c4;--back:#16181b;--line:#8c8c8c;--link:#9cc7ff;\
        --s0:#9cc7ff;--s1:#ffb37a;--s2:#8fd69f;--s3:#e5a6e5}}
        body{font:1rem/1.5 system-ui,sans-serif;color:var(--text);background:var(--back);margin:0}
        main{max-width:80rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}
        h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.3rem;line-height:1.3;margin-top:2.5rem}
        a{color:var(--link)}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        dl{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0 0 1rem}dl div{display:flex;gap:.4rem}
        dt{color:var(--soft)}dt::after{content:":"}dd{margin:0;overflow-wrap:anywhere}
        .beside{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
        figure{flex:1 1 20rem;min-width:0;max-width:36rem;margin:0}figcaption{color:var(--soft);margin-top:.5rem}
        .scroll{flex:1 1 20rem;min-width:0;max-width:100%;overflow-x:auto}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
        th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
        td,tbody th{max-width:40rem;overflow-wrap:break-word}tbody th{font-weight:400}thead th{border-bottom-width:2px}
        .n{text-align:right;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}
        .notes{color:var(--soft);padding-left:1.2rem;max-width:60rem}
        svg{display:block;width:100%;font:.8125rem system-ui,sans-serif;overflow:visible}
        svg text{fill:var(--text)}.axis{stroke:var(--line);fill:none}
        .s0{color:var(--s0)}.s1{color:var(--s1)}.s2{color:var(--s2)}.s3{color:var(--s3)}
        .mark{fill:currentColor;stroke:currentColor}.edge{stroke:currentColor;stroke-width:2}.path{stroke:currentColor;stroke-width:2;fill:none}
        @media print{:root{color-scheme:light;--text:#000;--soft:#333;--back:#fff;--line:#767676;--link:#000;\
        --s0:#0b4f9e;--s1:#9c3d00;--s2:#1d6b2f;--s3:#7a1f7a}
        @page{margin:15mm}body{font-size:10pt}main{max-width:none;padding:0}nav{display:none}.beside{display:block}
        .scroll{overflow:visible}figure{max-width:14cm;margin-bottom:1rem;break-inside:avoid}
        svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        thead{display:table-header-group}tr{break-inside:avoid}h1,h2,caption{break-after:avoid}.notes{break-inside:avoid}}
        """
}
