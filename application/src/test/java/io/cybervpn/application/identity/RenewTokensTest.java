package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** R38, R39, R231, R233. */
class RenewTokensTest {
    private static final RenewTokens.Result REFUSED = new RenewTokens.Result.Refused();

    private final IdentityWorld world = new IdentityWorld();
    private final String first = world.registered("anna@example.org").refresh();

    private String renewed(String token) {
        return ((RenewTokens.Result.Renewed) world.renew(token)).tokens().refresh();
    }

    private void logOut(String token) {
        world.logOut().execute(new LogOut.Command(token)).await().indefinitely();
    }

    @Test
    void tokens_rotate() {
        String second = renewed(first);
        world.clock.advance(Duration.ofDays(6));
        String third = renewed(second);
        assertThat(third).isNotIn(first, second);
    }

    @Test
    void a_repeat_within_ten_seconds_is_a_client_that_lost_the_answer() {
        String second = renewed(first);
        world.clock.advance(Duration.ofSeconds(9));
        String other = renewed(first);
        assertThat(other).isNotEqualTo(second);
        renewed(second);
        renewed(other);
    }

    @Test
    void a_later_repeat_is_theft_and_ends_the_family() {
        String second = renewed(first);
        world.clock.advance(Duration.ofSeconds(10));
        assertThat(world.renew(first)).isEqualTo(REFUSED);
        assertThat(world.renew(second)).isEqualTo(REFUSED);
    }

    @Test
    void the_grace_is_counted_from_the_first_use() {
        renewed(first);
        world.clock.advance(Duration.ofSeconds(6));
        renewed(first);
        world.clock.advance(Duration.ofSeconds(6));
        assertThat(world.renew(first)).isEqualTo(REFUSED);
    }

    @Test
    void other_sessions_of_the_account_go_on_after_a_theft() {
        var other = world.loggedIn("anna@example.org", "correct horse");
        renewed(first);
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.renew(first)).isEqualTo(REFUSED);
        renewed(other.tokens().refresh());
    }

    @Test
    void a_token_is_worth_nothing_after_seven_days() {
        world.clock.advance(Duration.ofDays(7));
        assertThat(world.renew(first)).isEqualTo(REFUSED);
    }

    @Test
    void garbage_is_refused() {
        assertThat(world.renew("")).isEqualTo(REFUSED);
        assertThat(world.renew("secret-4711")).isEqualTo(REFUSED);
    }

    @Test
    void logging_out_ends_the_family_and_may_be_repeated() {
        String second = renewed(first);
        logOut(first);
        logOut(first);
        logOut("never given out");
        assertThat(world.renew(second)).isEqualTo(REFUSED);
    }

    @Test
    void a_blocked_account_does_not_stay_logged_in() {
        world.block("anna@example.org");
        assertThat(world.renew(first)).isEqualTo(REFUSED);
    }

    @Test
    void too_many_must_wait_and_lose_nothing() {
        String token = first;
        for (int i = 0; i < 10; i++) {
            token = renewed(token);
        }
        assertThat(world.renew(token))
                .isEqualTo(new RenewTokens.Result.TooMany(Duration.ofMinutes(1)));
    }
}
