package io.cybervpn.infrastructure.invoicing.print;

import io.cybervpn.infrastructure.invoicing.print.Sheet.Block;
import io.cybervpn.infrastructure.invoicing.print.Sheet.Fact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A sheet as a page that needs nothing else, neither to be seen nor to be printed. */
final class HtmlPage {
    private static final String STYLE =
            """
            body{font:15px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111}\
            table{border-collapse:collapse;width:100%;margin:1.5em 0}\
            th,td{text-align:left;padding:.4em;border-bottom:1px solid #ccc;vertical-align:top}\
            td:last-child,th:last-child{text-align:right}\
            .parties{display:flex;gap:3em}.parties div{flex:1}\
            h2{font-size:1em;margin:1em 0 0}p{margin:0;white-space:pre-line}\
            .sums{width:auto;margin-left:auto}.sums tr:last-child{font-weight:bold}""";

    private HtmlPage() {}

    static byte[] of(Sheet sheet) {
        String title = escaped(sheet.title());
        return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head><body>
        <h1>%s</h1>
        <p>%s</p>
        <div class="parties">%s%s</div>
        <table><thead>%s</thead><tbody>
        %s
        </tbody></table>
        <table class="sums"><tbody>%s</tbody></table>
        <p>%s</p>
        </body></html>
        """
                .formatted(
                        sheet.language(),
                        title,
                        STYLE,
                        title,
                        sheet.facts().stream()
                                .map(HtmlPage::line)
                                .collect(Collectors.joining("\n")),
                        block(sheet.seller()),
                        block(sheet.buyer()),
                        row("th", sheet.columns()),
                        sheet.rows().stream()
                                .map(cells -> row("td", cells))
                                .collect(Collectors.joining("\n")),
                        sheet.sums().stream().map(HtmlPage::sum).collect(Collectors.joining()),
                        escaped(sheet.note()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Fact fact) {
        return escaped(fact.name()) + ": " + escaped(fact.value());
    }

    private static String sum(Fact fact) {
        return row("td", List.of(fact.name(), fact.value()));
    }

    private static String block(Block block) {
        return "<div><h2>%s</h2><p>%s</p></div>"
                .formatted(
                        escaped(block.heading()),
                        block.lines().stream()
                                .map(HtmlPage::escaped)
                                .collect(Collectors.joining("\n")));
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<%1$s>%2$s</%1$s>".formatted(cell, escaped(text)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** Customers and staff write what is printed: it stays text. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
