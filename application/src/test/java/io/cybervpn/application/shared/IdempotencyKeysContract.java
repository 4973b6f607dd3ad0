package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.IdempotencyKeys.Call;
import io.cybervpn.application.shared.IdempotencyKeys.Standing;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of idempotency keys promises. */
public abstract class IdempotencyKeysContract {
    private final Instant now = Instant.parse("2026-01-31T10:00:00Z");
    private final Call call = new Call("someone POST /orders", UUID.randomUUID().toString(), "aa");

    protected abstract IdempotencyKeys keys();

    @Test
    void of_many_at_once_exactly_one_begins() {
        long begun =
                IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(_ -> begin(call))
                        .filter(Standing.Begun.class::isInstance)
                        .count();

        assertThat(begun).isEqualTo(1);
        assertThat(begin(call)).isInstanceOf(Standing.InProgress.class);
    }

    @Test
    void the_first_answer_is_given_again() {
        begin(call);
        keys().complete(call, 201, "{\"id\":1}", now).await().indefinitely();
        keys().complete(call, 500, "{}", now).await().indefinitely();

        assertThat(begin(call)).isEqualTo(new Standing.Done(201, "{\"id\":1}"));
    }

    @Test
    void another_body_is_refused() {
        begin(call);

        assertThat(begin(new Call(call.scope(), call.key(), "bb")))
                .isInstanceOf(Standing.Reused.class);
    }

    @Test
    void a_forgotten_call_may_begin_again_and_an_answered_one_is_not_forgotten() {
        begin(call);
        keys().forget(call).await().indefinitely();
        assertThat(begin(call)).isInstanceOf(Standing.Begun.class);

        keys().complete(call, 200, "{}", now).await().indefinitely();
        keys().forget(call).await().indefinitely();
        assertThat(begin(call)).isInstanceOf(Standing.Done.class);
    }

    @Test
    void a_call_whose_process_died_is_taken_over_once() {
        begin(call);

        Standing early = begin(call, now.plus(IdempotencyKeys.DEAD_AFTER));
        Standing later = begin(call, now.plus(IdempotencyKeys.DEAD_AFTER).plusMillis(1));
        Standing rival = begin(call, now.plus(IdempotencyKeys.DEAD_AFTER).plusMillis(1));

        assertThat(early).isInstanceOf(Standing.InProgress.class);
        assertThat(later).isInstanceOf(Standing.Begun.class);
        assertThat(rival).isInstanceOf(Standing.InProgress.class);
    }

    private Standing begin(Call wanted) {
        return begin(wanted, now);
    }

    private Standing begin(Call wanted, Instant at) {
        return keys().begin(wanted, at).await().indefinitely();
    }
}
