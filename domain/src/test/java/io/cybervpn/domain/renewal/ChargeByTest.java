package io.cybervpn.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The names of what renewal speaks of, as clients, rows and mails have them. */
class ChargeByTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void the_wallet_and_a_saved_method_are_found_by_their_names() {
        ChargeBy saved = new ChargeBy.Saved(new SavedMethodId(ID));
        assertThat(new ChargeBy.Wallet().code()).isEqualTo("wallet");
        assertThat(saved.code()).isEqualTo("saved:" + ID);
        assertThat(ChargeBy.find("wallet")).contains(new ChargeBy.Wallet());
        assertThat(ChargeBy.find(saved.code())).contains(saved);
    }

    @Test
    void anything_else_is_no_way_to_be_charged() {
        assertThat(ChargeBy.find("Wallet")).isEmpty();
        assertThat(ChargeBy.find("stripe")).isEmpty();
        assertThat(ChargeBy.find("saved:")).isEmpty();
        assertThat(ChargeBy.find("saved:nobody")).isEmpty();
        assertThat(ChargeBy.find("saved:" + ID.toString().toUpperCase(Locale.ROOT) + "F"))
                .isEmpty();
    }

    @Test
    void a_scope_says_for_whom_a_policy_holds() {
        assertThat(new Scope.Everybody().code()).isEqualTo("default");
        assertThat(new Scope.OfPlan(new PlanId(ID)).code()).isEqualTo("plan " + ID);
        assertThat(new Scope.OfCustomer(new AccountId(ID)).code()).isEqualTo("customer " + ID);
    }

    @Test
    void what_is_told_keeps_its_words_and_names_its_mail() {
        Map<String, String> words = new HashMap<>(Map.of("days", "3"));
        RenewalToTell told =
                new RenewalToTell(
                        new SubscriptionId(ID),
                        new AccountId(ID),
                        Instant.EPOCH,
                        Topic.EXPIRES_SOON,
                        words,
                        Instant.EPOCH);
        words.put("days", "4");
        assertThat(told.values()).isEqualTo(Map.of("days", "3"));
        assertThat(told.topic().code()).isEqualTo("expires_soon");
    }
}
