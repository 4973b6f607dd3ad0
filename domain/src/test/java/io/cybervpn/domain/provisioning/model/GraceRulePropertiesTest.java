package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * No sequence of ends, limits, payments, resets and repetitions gives a grace twice, more than its
 * traffic, or goes on with one after a payment.
 */
class GraceRulePropertiesTest {
    /** A limit is a byte at least, so that each reset may give one more. */
    private static final int RESETS_MAX = 40;

    private enum What {
        WAIT,
        USE,
        RESET,
        PAY,
        REFUND,
        TOP_UP,
        LESS,
        HOLD,
        RELEASE,
        SERVICE_OFF,
        SERVICE_ON
    }

    /**
     * One thing that happens.
     *
     * @param heard whether anybody asks what follows before the next one
     */
    private record Step(What what, int hours, long bytes, boolean heard) {}

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, What.WAIT),
                                Tuple.of(6, What.USE),
                                Tuple.of(1, What.RESET),
                                Tuple.of(2, What.PAY),
                                Tuple.of(1, What.REFUND),
                                Tuple.of(1, What.TOP_UP),
                                Tuple.of(1, What.LESS),
                                Tuple.of(1, What.HOLD),
                                Tuple.of(2, What.RELEASE),
                                Tuple.of(1, What.SERVICE_OFF),
                                Tuple.of(2, What.SERVICE_ON)),
                        Arbitraries.integers().between(0, 20 * 24),
                        Arbitraries.longs().between(0, 12 * GraceLife.GIFT),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 1000)
    void it_is_given_once_and_never_after_a_payment(@ForAll("steps") List<Step> steps) {
        GraceLife life = new GraceLife();
        life.decide();
        for (Step step : steps) {
            List<Grace> before = life.open();
            act(life, step);
            if (step.heard()) {
                life.decide();
                afterPayment(life, step.what(), before);
                holds(life);
            }
        }
    }

    @Property(tries = 1000)
    void no_more_is_used_in_it_than_is_given(@ForAll("steps") List<Step> steps) {
        GraceLife life = new GraceLife();
        life.decide();
        for (Step step : steps) {
            act(life, step);
            life.decide();
            life.open().stream()
                    .filter(one -> one.reason() == GraceReason.END)
                    .forEach(
                            one ->
                                    assertThat(life.total - one.baseBytes())
                                            .isBetween(0L, GraceLife.GIFT + RESETS_MAX));
        }
    }

    private static void act(GraceLife life, Step step) {
        switch (step.what()) {
            case WAIT -> life.later(Duration.ofHours(step.hours()));
            case USE -> life.use(step.bytes());
            case RESET -> life.reset();
            case PAY -> life.pay();
            case REFUND -> life.refund();
            case TOP_UP -> life.limit += 1 + step.bytes();
            case LESS -> life.limit = Math.max(1, life.limit - step.bytes());
            case HOLD -> life.served = false;
            case RELEASE -> life.served = true;
            case SERVICE_OFF -> life.service = Optional.empty();
            case SERVICE_ON -> life.service = Optional.of(GraceLife.BOTH);
        }
    }

    private static void afterPayment(GraceLife life, What what, List<Grace> before) {
        boolean bought = what == What.PAY || (what == What.TOP_UP && life.end.isAfter(life.now));
        if (bought) {
            assertThat(life.open().stream().filter(before::contains)).isEmpty();
        }
    }

    private static void holds(GraceLife life) {
        assertThat(life.open()).hasSizeLessThanOrEqualTo(1);
        assertThat(life.spec.enabled()).isEqualTo(life.served);
        boolean ended = !life.end.isAfter(life.now);
        Entitlement wanted = life.spec.entitlement();
        if (life.served && !ended) {
            assertThat(life.spec.expireAt()).isEqualTo(life.end.plus(life.grace));
            assertThat(wanted)
                    .isEqualTo(
                            life.open().isEmpty()
                                    ? life.owed()
                                    : life.owed()
                                            .within(
                                                    Limit.of(life.limit + GraceLife.GIFT),
                                                    List.of("Small")));
        }
        life.open().forEach(one -> assertThat(one.until()).isAfter(life.now));
        assertThat(wanted.devices()).isEqualTo(life.owed().devices());
        assertThat(wanted.reset()).isEqualTo(life.owed().reset());
    }
}
