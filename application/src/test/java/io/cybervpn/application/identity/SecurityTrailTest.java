package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.SecurityEvents.Event;
import io.cybervpn.domain.identity.SecurityEventType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R221, ASVS 16.3.1 and 16.3.3. */
class SecurityTrailTest {
    private final IdentityWorld world = new IdentityWorld();

    private List<SecurityEventType> stored() {
        return world.events.all().stream().map(Event::type).toList();
    }

    private List<Event> noted() {
        return world.notes.take(world.clock.instant());
    }

    @Test
    void a_login_a_logout_and_a_reuse_are_stored_with_their_deed() {
        TokenPair first = world.registered("anna@example.org");
        assertThat(world.logIn("anna@example.org", IdentityWorld.PASSWORD))
                .isInstanceOf(LogIn.Result.Known.class);
        world.logOut().execute(new LogOut.Command(first.refresh())).await().indefinitely();
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        SecurityEventType.LOGGED_IN,
                        SecurityEventType.LOGGED_IN,
                        SecurityEventType.LOGGED_OUT);
        TokenPair other = world.registered("boris@example.org");
        assertThat(world.renew(other.refresh())).isInstanceOf(RenewTokens.Result.Renewed.class);
        world.clock.advance(Duration.ofSeconds(11));
        assertThat(world.renew(other.refresh())).isInstanceOf(RenewTokens.Result.Refused.class);
        assertThat(stored()).contains(SecurityEventType.REFRESH_TOKEN_REUSED);
        assertThat(world.audit.actions()).doesNotContain("auth.log_in");
    }

    @Test
    void a_wrong_password_is_noted_of_the_account_or_by_a_keyed_hash() {
        world.registered("anna@example.org");
        world.logIn("anna@example.org", "wrong horse");
        world.logIn("nobody@example.org", "wrong horse");
        List<Event> noted = noted();
        assertThat(noted).extracting(Event::type).containsOnly(SecurityEventType.LOGIN_FAILED);
        assertThat(noted.getFirst().about().account()).isPresent();
        assertThat(noted.getLast().about().subject())
                .contains("plain.security-event nobody@example.org");
    }

    @Test
    void a_limit_that_is_met_is_told_once() {
        for (int i = 0; i < 9; i++) {
            world.logIn("nobody@example.org", "guess " + i);
        }
        assertThat(noted())
                .filteredOn(event -> event.type() == SecurityEventType.LIMITED)
                .hasSize(1);
    }
}
