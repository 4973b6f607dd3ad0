package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.cybervpn.domain.payment.repository.UnmatchedMoney.Decision;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of unmatched money does. */
public abstract class UnmatchedMoneyContract {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Money MONEY = new Money(500, Asset.EUR);

    protected abstract UnmatchedMoney unmatched();

    protected abstract UnitOfWork unitOfWork();

    private <T> T in(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static Unmatched money(Received received, Optional<PaymentId> payment) {
        Receipt receipt = new Receipt(UUID.randomUUID().toString(), received, NOW);
        return Unmatched.fresh("nobody", receipt, "for a test", payment, NOW);
    }

    private Unmatched seen(Unmatched one) {
        return in(() -> unmatched().find(one.id())).orElseThrow();
    }

    @Test
    void what_is_told_again_stays_as_it_was() {
        Unmatched counted = money(new Received.Exact(MONEY), Optional.empty());
        Unmatched odd =
                money(
                        new Received.Unreadable("12 coins"),
                        Optional.of(new PaymentId(UUID.randomUUID())));
        Unmatched again =
                Unmatched.fresh("nobody", counted.receipt(), "told again", Optional.empty(), NOW);

        in(() -> unmatched().addAll(List.of(counted, odd)));
        in(() -> unmatched().addAll(List.of(again)));

        assertThat(seen(counted)).isEqualTo(counted);
        assertThat(seen(odd)).isEqualTo(odd);
    }

    @Test
    void it_is_decided_on_once() {
        Unmatched one = money(new Received.Exact(MONEY), Optional.empty());
        Decision decision =
                new Decision(new Resolution.Kept(), Optional.of(MONEY), "for a test", NOW);
        in(() -> unmatched().addAll(List.of(one)));

        in(() -> unmatched().lock(one.id()).chain(() -> unmatched().resolve(one.id(), decision)));

        assertThat(seen(one).resolved()).isTrue();
        assertThat(seen(one).left(List.of())).isEqualTo(new Unmatched.Left.Nothing());
        assertThatThrownBy(() -> in(() -> unmatched().resolve(one.id(), decision)))
                .hasMessageContaining("decided on before");
    }

    @Test
    void each_kind_of_decision_is_kept() {
        for (Resolution resolution :
                List.of(
                        new Resolution.Credit(new AccountId(UUID.randomUUID())),
                        new Resolution.PayOrder(
                                UUID.randomUUID(), new AccountId(UUID.randomUUID())),
                        new Resolution.SentBack())) {
            Unmatched one = money(new Received.Exact(MONEY), Optional.empty());
            Decision decision = new Decision(resolution, Optional.of(MONEY), "for a test", NOW);
            in(() -> unmatched().addAll(List.of(one)));

            in(() -> unmatched().resolve(one.id(), decision));
            in(() -> unmatched().noteReturn(one.id(), "re_1"));
            in(() -> unmatched().noteReturn(one.id(), "re_1"));

            assertThat(seen(one).resolved()).as(resolution.code()).isTrue();
            assertThat(in(() -> unmatched().wasSentBack(one.id())))
                    .isEqualTo(resolution instanceof Resolution.SentBack);
        }
    }
}
