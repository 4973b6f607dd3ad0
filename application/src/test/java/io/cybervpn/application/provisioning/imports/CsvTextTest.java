package io.cybervpn.application.provisioning.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is read as it was meant, or not at all. */
class CsvTextTest {
    private static CsvText.Read read(String text) {
        return CsvText.read(text, 3);
    }

    @Test
    void quotes_line_ends_and_blank_lines_are_as_spreadsheets_write_them() {
        assertThat(read("\uFEFFa, b\r\n\"1,\"\"x\"\"\n2\",\r\n\n,\"\"\r3,4"))
                .isEqualTo(
                        new CsvText.Read.Table(
                                List.of("a", "b"),
                                List.of(
                                        List.of("1,\"x\"\n2", ""),
                                        List.of("", ""),
                                        List.of("3", "4"))));
    }

    @Test
    void semicolons_separate_where_the_first_line_has_no_comma() {
        assertThat(read("a;b\n1,5;2"))
                .isEqualTo(new CsvText.Read.Table(List.of("a", "b"), List.of(List.of("1,5", "2"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n3", "a,b\n1,2\n3,4,5", "a,b\n1,2\n\"3,4", "a,b\n1,2\n\"3\"x,4"})
    void what_is_no_table_is_told_by_its_line(String text) {
        assertThat(read(text)).isEqualTo(new CsvText.Read.Broken(3));
    }

    @Test
    void nothing_and_too_much_are_told() {
        assertThat(read("")).isEqualTo(new CsvText.Read.Empty());
        assertThat(read(" \n\n")).isEqualTo(new CsvText.Read.Empty());
        assertThat(read("a\n1\n2\n3")).isInstanceOf(CsvText.Read.Table.class);
        assertThat(read("a\n1\n2\n3\n4")).isEqualTo(new CsvText.Read.TooLong());
        assertThat(read("a\n\0")).isEqualTo(new CsvText.Read.Broken(1));
    }
}
