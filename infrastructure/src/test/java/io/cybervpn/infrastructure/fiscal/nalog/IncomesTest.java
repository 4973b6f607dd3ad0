package io.cybervpn.infrastructure.fiscal.nalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the tax office lists incomes, and that nothing is guessed where it does so otherwise. */
class IncomesTest {
    private static final String LISTED =
            """
            {"content":[
              {"approvedReceiptUuid":"200a","name":"access, one","services":[{"name":"access, one"}],
               "operationTime":"2026-01-02T15:04:05+03:00","totalAmount":199.5,"cancellationInfo":null},
              {"approvedReceiptUuid":"200b","name":"","services":[{"name":"access, two"}],
               "totalAmount":"150.00","cancellationInfo":{"comment":"Возврат средств"}}],
             "hasMore":false}""";

    private static Incomes read(String json) throws JsonProcessingException {
        return Incomes.of(new ObjectMapper().readTree(json));
    }

    @Test
    void a_standing_one_is_found_by_its_mark_and_an_annulled_one_is_none() throws Exception {
        Incomes incomes = read(LISTED);
        assertThat(incomes.standing("one"))
                .hasValueSatisfying(
                        one -> {
                            assertThat(one.uuid()).isEqualTo("200a");
                            assertThat(one.isOver(new Money(19_950, Asset.RUB))).isTrue();
                            assertThat(one.isOver(new Money(19_951, Asset.RUB))).isFalse();
                        });
        assertThat(incomes.standing("two")).isEmpty();
        assertThat(incomes.isAnnulled("200b")).isTrue();
        assertThat(incomes.isAnnulled("200a")).isFalse();
        assertThat(incomes.isAnnulled("200c")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"content\":[]}",
                "{\"content\":{},\"hasMore\":false}",
                "{\"content\":[{\"name\":\"access\",\"totalAmount\":1}],\"hasMore\":false}",
                "{\"content\":[{\"approvedReceiptUuid\":\"a\"}],\"hasMore\":false}"
            })
    void another_form_is_no_answer(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(FiscalUnavailable.class);
    }

    @Test
    void moments_are_written_in_seconds_of_moscow() {
        assertThat(MoscowTime.of(Instant.parse("2026-01-02T12:04:05.987Z")))
                .isEqualTo("2026-01-02T15:04:05+03:00");
        assertThat(MoscowTime.of(Instant.parse("2025-12-31T21:00:00Z")))
                .isEqualTo("2026-01-01T00:00:00+03:00");
    }
}
