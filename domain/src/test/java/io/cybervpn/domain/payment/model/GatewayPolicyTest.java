package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.payment.MethodRefusal;
import io.cybervpn.domain.payment.model.GatewayPolicy.Range;
import io.cybervpn.domain.payment.model.GatewayPolicy.Wish;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R78, R79: which ways to pay are offered to whom. */
class GatewayPolicyTest {
    private static final Set<Asset> ROUBLES = Set.of(Asset.RUB);

    private static final GatewayPolicy PICKY =
            new GatewayPolicy(
                    true,
                    1,
                    Map.of(),
                    List.of(new Range(rub(100), rub(200))),
                    Set.of("DE", "RU"),
                    Set.of("RU"),
                    Set.of("friend", "tester"),
                    false);

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Wish wish(long amount, String country, String group) {
        return new Wish(Optional.of(rub(amount)), Optional.of(country), Set.of(group), false);
    }

    @ParameterizedTest
    @CsvSource({
        "100,DE,friend,",
        "200,DE,tester,",
        "99,DE,friend,AMOUNT_TOO_SMALL",
        "201,DE,friend,AMOUNT_TOO_LARGE",
        "150,FR,friend,COUNTRY",
        "150,RU,friend,COUNTRY",
        "150,DE,stranger,CUSTOMER_GROUP"
    })
    void each_rule_refuses_for_its_own_reason(
            long amount, String country, String group, MethodRefusal reason) {
        assertThat(PICKY.refusal(wish(amount, country, group), ROUBLES))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void a_store_app_sees_only_what_its_store_allows() {
        Wish inStore = new Wish(Optional.empty(), Optional.empty(), Set.of(), true);

        assertThat(GatewayPolicy.USUAL.refusal(inStore, Set.of()))
                .contains(MethodRefusal.STORE_APP);
    }

    @Test
    void a_currency_that_its_provider_does_not_take_is_refused_and_an_unknown_set_is_asked() {
        Wish dollars =
                new Wish(Optional.of(new Money(1, Asset.USD)), Optional.empty(), Set.of(), false);

        assertThat(GatewayPolicy.USUAL.refusal(dollars, ROUBLES)).contains(MethodRefusal.CURRENCY);
        assertThat(GatewayPolicy.USUAL.refusal(dollars, Set.of())).isEmpty();
    }

    @Test
    void what_is_not_known_yet_refuses_nothing() {
        Wish unknown = new Wish(Optional.empty(), Optional.empty(), Set.of("friend"), false);

        assertThat(PICKY.refusal(unknown, ROUBLES)).isEmpty();
    }

    @Test
    void a_policy_that_contradicts_itself_cannot_be_made() {
        assertThatThrownBy(() -> new Range(rub(2), rub(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new GatewayPolicy(
                                        true,
                                        1,
                                        Map.of(),
                                        List.of(
                                                new Range(rub(1), rub(2)),
                                                new Range(rub(3), rub(4))),
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
