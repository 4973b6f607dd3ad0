package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Mandate.Cause;
import io.cybervpn.domain.payment.model.Mandate.Permission;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.cybervpn.domain.payment.model.Mandate.Word;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a provider charges by itself, and what words and charges in any order make of it. */
class MandateTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Mandate OFFERED =
            new Mandate(
                    new PaymentId(new UUID(1, 1)),
                    new UUID(1, 2),
                    new AccountId(new UUID(1, 3)),
                    "stars",
                    new Money(250, Asset.XTR),
                    MONTH,
                    new Standing.Offered(),
                    Optional.empty(),
                    Optional.empty());
    private static final Mandate RUNNING = OFFERED.begun(NOW);

    @Test
    void the_first_money_begins_it_once() {
        assertThat(RUNNING.standing()).isEqualTo(new Standing.Running(NOW.plus(MONTH)));
        assertThat(RUNNING.begun(NOW.plusSeconds(5))).isEqualTo(RUNNING);
    }

    @Test
    void each_charge_brings_the_end_on_and_never_back() {
        Instant second = NOW.plus(MONTH).plus(MONTH);
        Instant third = second.plus(MONTH);
        Mandate ahead = RUNNING.charged(second, third);

        assertThat(ahead.standing()).isEqualTo(new Standing.Running(third));
        assertThat(ahead.charged(NOW.plus(MONTH), second)).isEqualTo(ahead);
    }

    @Test
    void what_we_end_is_told_and_stays_ended_whatever_is_on_its_way() {
        Mandate ended = RUNNING.cancelled(NOW.plusSeconds(60));

        assertThat(ended.toTell()).contains(Steering.CANCEL);
        assertThat(ended.cancelled(NOW.plusSeconds(90))).isEqualTo(ended);
        assertThat(ended.said(Word.ACTIVE, 7, NOW.plusSeconds(61)).isRunning()).isFalse();
        Mandate charged = ended.charged(NOW.plus(MONTH), NOW.plus(MONTH).plus(MONTH));
        assertThat(charged.isRunning()).isFalse();
        assertThat(charged.paidUntil()).contains(NOW.plus(MONTH).plus(MONTH));
    }

    @Test
    void a_charge_from_before_its_end_does_not_bring_it_back_and_one_from_after_does() {
        Instant end = NOW.plus(MONTH).plusSeconds(60);
        Mandate ended = RUNNING.said(Word.CANCELLED, 1, end);

        assertThat(ended.charged(NOW.plus(MONTH), NOW.plus(MONTH).plus(MONTH)).isRunning())
                .isFalse();
        assertThat(ended.charged(end.plusSeconds(1), end.plus(MONTH)).isRunning()).isTrue();
    }

    @Test
    void an_older_word_changes_nothing_but_after_a_quiet_week_the_count_begins_anywhere() {
        Mandate cancelled = RUNNING.said(Word.CANCELLED, 20, NOW);

        assertThat(cancelled.said(Word.ACTIVE, 19, NOW.plusSeconds(1))).isEqualTo(cancelled);
        assertThat(cancelled.said(Word.ACTIVE, 21, NOW.plusSeconds(1)).isRunning()).isTrue();
        assertThat(cancelled.said(Word.ACTIVE, 3, NOW.plus(Duration.ofDays(7))).isRunning())
                .isTrue();
    }

    @Test
    void it_may_go_on_while_what_was_paid_is_not_over() {
        Mandate ended = RUNNING.cancelled(NOW).told(Steering.CANCEL);

        assertThat(ended.toTell()).isEmpty();
        assertThat(ended.allowed(NOW.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        Permission.Given.class,
                        given -> {
                            assertThat(given.mandate().toTell()).contains(Steering.ALLOW);
                            assertThat(given.mandate().isRunning()).isFalse();
                        });
        assertThat(ended.allowed(NOW.plus(MONTH))).isEqualTo(new Permission.TooLate());
        assertThat(RUNNING.failed(NOW).allowed(NOW)).isEqualTo(new Permission.TooLate());
        assertThat(OFFERED.allowed(NOW)).isEqualTo(new Permission.TooLate());
    }

    @Test
    void what_was_wished_meanwhile_is_not_forgotten_when_the_provider_was_told() {
        Mandate allowed =
                switch (RUNNING.cancelled(NOW).allowed(NOW.plusSeconds(1))) {
                    case Permission.Given(var mandate) -> mandate;
                    case Permission.TooLate() -> throw new AssertionError();
                };

        assertThat(allowed.told(Steering.CANCEL)).isEqualTo(allowed);
        assertThat(allowed.cancelled(NOW.plusSeconds(2)).toTell()).contains(Steering.CANCEL);
    }

    @Test
    void money_for_one_that_was_ended_before_is_ended_at_the_provider_too() {
        Mandate ended = OFFERED.cancelled(NOW).told(Steering.CANCEL).begun(NOW.plusSeconds(9));

        assertThat(ended.isRunning()).isFalse();
        assertThat(ended.toTell()).contains(Steering.CANCEL);
        assertThat(ended.standing())
                .isEqualTo(
                        new Standing.Ended(NOW.plusSeconds(9).plus(MONTH), Cause.CANCELLED, NOW));
    }
}
