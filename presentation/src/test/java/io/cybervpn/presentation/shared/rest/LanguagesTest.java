package io.cybervpn.presentation.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final Map<String, String> THERE =
            Map.of("en", "Plan", "ru", "Тариф", "pt", "Plano", "zh", "計劃");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                    | en",
                "''                   | en",
                "ru                   | ru",
                "RU-ru                | ru",
                "pt-BR,ru;q=0.9       | pt",
                "de,ru;q=0.9,en;q=0.1 | ru",
                "de                   | en",
                "zh-Hant-TW           | zh",
                "*                    | en",
                "en;q=broken          | en",
                "<script>             | en",
            })
    void the_best_of_what_is_there(String header, String expected) {
        assertThat(Languages.of(header).language(THERE)).isEqualTo(expected);
        assertThat(Languages.of(header).pick(THERE)).isEqualTo(THERE.get(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                | en",
                "*                | en",
                "pt-br,ru;q=0.9   | pt-BR",
                "ru;q=0.1,de      | de",
                "garbage;;;       | en",
            })
    void the_first_wish(String header, String expected) {
        assertThat(Languages.of(header).first()).isEqualTo(expected);
    }

    @Test
    void an_answer_tells_each_language_that_is_in_it_once() {
        Languages languages = Languages.of("ru");

        assertThat(languages.used(List.of())).isEqualTo("en");
        assertThat(languages.used(List.of(THERE, Map.of("en", "Plan"), THERE))).isEqualTo("ru, en");
    }
}
