package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.identity.PlainBox;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodForgotten;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer had us forget is forgotten at its provider too, however often that fails. */
class ReleaseForgottenMethodTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemorySavedMethods methods = new InMemorySavedMethods(unitOfWork);
    private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    private final Letting letting = new Letting(methods, outbox, new MovableClock(NOON));
    private final FakeCharging charging = new FakeCharging();
    private final PlainBox box = new PlainBox();
    private final ReleaseForgottenMethod release =
            new ReleaseForgottenMethod(unitOfWork, methods, charging, box);
    private final AccountId account = new AccountId(UUID.randomUUID());
    private final SavedMethod method = method("fake");

    @BeforeEach
    void somebody_let_us_keep_his_card() {
        assertThat(run(() -> methods.add(method))).isTrue();
    }

    private SavedMethod method(String provider) {
        SavedMethodId id = new SavedMethodId(UUID.randomUUID());
        String sealed =
                box.seal("the token".getBytes(StandardCharsets.UTF_8), SavedMethod.purposeOf(id));
        PaymentId payment = new PaymentId(UUID.randomUUID());
        return new SavedMethod(id, account, provider, payment, sealed, "Card *1", NOON);
    }

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }

    private void handle(SavedMethod which) {
        release.handle(new SavedMethodForgotten(which.id(), which.provider(), NOON))
                .await()
                .indefinitely();
    }

    @Test
    void what_is_let_go_is_told_and_released_once() {
        run(() -> letting.go(method));
        handle(method);
        handle(method);

        assertThat(outbox.events())
                .containsExactly(new SavedMethodForgotten(method.id(), "fake", NOON));
        assertThat(charging.released()).containsExactly("the token");
        assertThat(run(() -> methods.of(account))).isEmpty();
        assertThat(run(() -> methods.toRelease(method.id()))).isEmpty();
    }

    @Test
    void a_provider_that_gives_no_answer_is_asked_again() {
        run(() -> letting.go(method));
        charging.is(FakeCharging.Mood.ANSWERS_NOT);
        assertThatThrownBy(() -> handle(method)).isInstanceOf(GatewayUnavailable.class);
        assertThat(charging.released()).isEmpty();
        charging.is(FakeCharging.Mood.TAKES);

        handle(method);

        assertThat(charging.released()).containsExactly("the token");
    }

    @Test
    void all_of_an_erased_account_go_and_one_of_a_provider_that_is_off_waits() {
        SavedMethod other = method("off");
        assertThat(run(() -> methods.add(other))).isTrue();
        run(() -> letting.allOf(account));

        handle(method);

        assertThatThrownBy(() -> handle(other)).isInstanceOf(GatewayUnavailable.class);
        assertThat(run(() -> methods.of(account))).isEmpty();
        assertThat(run(() -> methods.toRelease(other.id()))).isPresent();
        assertThat(outbox.events()).hasSize(2);
    }
}
