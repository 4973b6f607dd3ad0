package io.cybervpn.infrastructure.invoicing.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.infrastructure.invoicing.print.Sheet.Block;
import io.cybervpn.infrastructure.invoicing.print.Sheet.Fact;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is on a sheet is in its PDF, to be read and found by any program. */
class PdfSheetTest {
    private TrueType font;

    @BeforeEach
    void load() throws Exception {
        try (InputStream file = PdfSheetTest.class.getResourceAsStream("/fonts/DejaVuSans.ttf")) {
            font = new TrueType(file.readAllBytes());
        }
    }

    private static Sheet sheet(String buyer, int rows) {
        return new Sheet(
                "ru",
                "Счёт INV-2026-000001",
                List.of(new Fact("Дата", "2026-01-31")),
                new Block("Продавец", List.of("ООО «Ёж»", "№ 7")),
                new Block("Покупатель", List.of(buyer)),
                List.of("Наименование", "Количество", "Цена", "Сумма"),
                Collections.nCopies(rows, List.of("Про, 30 дн.", "1", "199.00 ₽", "199.00 €")),
                List.of(new Fact("Итого", "199.00 RUB")),
                "Спасибо\nThanks");
    }

    private PdfReader read(String buyer, int rows) {
        return new PdfReader(PdfSheet.of(sheet(buyer, rows), font));
    }

    @Test
    void all_of_it_can_be_read_back_in_any_alphabet() {
        assertThat(read("Zoë Žižek, Αθήνα", 1).texts())
                .contains(
                        "Счёт INV-2026-000001",
                        "Дата: 2026-01-31",
                        "ООО «Ёж»",
                        "№ 7",
                        "Zoë Žižek, Αθήνα",
                        "Про, 30 дн.",
                        "199.00 ₽",
                        "199.00 €",
                        "Итого",
                        "199.00 RUB",
                        "Спасибо",
                        "Thanks");
    }

    @Test
    void what_the_font_lacks_is_a_question_mark_and_nothing_breaks() {
        assertThat(read("漢字 \uD83D\uDE00 (x) \\ <y>", 1).texts()).contains("?? ? (x) \\ <y>");
    }

    @Test
    void a_long_table_goes_on_on_other_pages_and_loses_no_row() {
        PdfReader pdf = read("Ann", 100);
        assertThat(pdf.pages()).isEqualTo(4);
        assertThat(pdf.texts()).filteredOn("Про, 30 дн."::equals).hasSize(100);
    }

    @Test
    void words_without_an_end_are_cut_and_kept_whole() {
        PdfReader pdf = read("a".repeat(200), 1);
        String joined =
                String.join("", pdf.texts().stream().filter(text -> text.matches("a+")).toList());
        assertThat(joined).isEqualTo("a".repeat(200));
    }

    @Test
    void the_same_sheet_is_the_same_file_and_small() {
        byte[] once = PdfSheet.of(sheet("Ann", 3), font);
        assertThat(once).isEqualTo(PdfSheet.of(sheet("Ann", 3), font)).hasSizeLessThan(60_000);
    }

    @Test
    void the_font_tells_glyphs_and_widths() {
        assertThat(font.glyph('Щ')).isPositive().isNotEqualTo(font.glyph('ш'));
        assertThat(font.glyph(0x6F22)).isZero();
        assertThat(font.width(font.glyph('i'))).isLessThan(font.width(font.glyph('Щ')));
        assertThat(font.width(font.glyph('0'))).isEqualTo(636);
    }
}
