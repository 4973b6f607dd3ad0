package io.cybervpn.domain.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R45. */
class WaysInTest {
    private static final LinkedIdentity TELEGRAM = identity("telegram", "42");
    private static final LinkedIdentity GOOGLE = identity("google", "abc");

    @Test
    void the_last_way_in_is_never_closed() {
        assertThat(new WaysIn(false, List.of(TELEGRAM)).unlink(TELEGRAM.id()))
                .isEqualTo(new WaysIn.Unlinking.LastWayIn());
        assertThat(new WaysIn(true, List.of(TELEGRAM)).unlink(TELEGRAM.id()))
                .isEqualTo(new WaysIn.Unlinking.Unlinked(TELEGRAM));
        assertThat(new WaysIn(false, List.of(TELEGRAM, GOOGLE)).unlink(TELEGRAM.id()))
                .isEqualTo(new WaysIn.Unlinking.Unlinked(TELEGRAM));
        assertThat(new WaysIn(true, List.of()).unlink(TELEGRAM.id()))
                .isEqualTo(new WaysIn.Unlinking.NotLinked());
    }

    @Test
    void of_each_provider_an_account_has_one() {
        WaysIn ways = new WaysIn(true, List.of(TELEGRAM));
        assertThat(ways.link(ExternalId.telegram(42)))
                .isEqualTo(new WaysIn.Linking.There(TELEGRAM));
        assertThat(ways.link(ExternalId.telegram(43)))
                .isEqualTo(new WaysIn.Linking.OtherOfProvider());
        assertThat(ways.link(new ExternalId("google", "42"))).isEqualTo(new WaysIn.Linking.Free());
    }

    @Test
    void a_deep_link_is_for_its_browser_for_five_minutes_and_confirmed_once() {
        Instant now = Instant.parse("2026-01-31T10:00:00Z");
        TokenHash secret = hash('a');
        AccountId account = TELEGRAM.account();
        DeepLink waiting = DeepLink.open(hash('c'), secret, now);
        DeepLink confirmed = waiting.confirmedBy(account);
        assertThat(waiting.ask(secret, now)).isEqualTo(new DeepLink.Asked.Waiting());
        assertThat(waiting.isOpen(now)).isTrue();
        assertThat(confirmed.isOpen(now)).isFalse();
        assertThat(confirmed.ask(secret, now)).isEqualTo(new DeepLink.Asked.Confirmed(account));
        assertThat(confirmed.ask(hash('b'), now)).isEqualTo(new DeepLink.Asked.Gone());
        Instant late = now.plus(DeepLink.LIFE);
        assertThat(confirmed.ask(secret, late)).isEqualTo(new DeepLink.Asked.Gone());
        assertThat(waiting.isOpen(late)).isFalse();
    }

    private static TokenHash hash(char digit) {
        return new TokenHash(String.valueOf(digit).repeat(64));
    }

    private static LinkedIdentity identity(String provider, String subject) {
        return new LinkedIdentity(
                new IdentityId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                new ExternalId(provider, subject),
                Optional.empty(),
                Instant.EPOCH);
    }
}
