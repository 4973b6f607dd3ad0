package io.cybervpn.domain.approval.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Approval.Decision;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Four eyes. */
class ApprovalTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final AccountId ANNA = new AccountId(new UUID(1, 1));
    private static final AccountId BERT = new AccountId(new UUID(1, 2));

    private final Wish wish =
            new Wish(
                    new ApprovalId(new UUID(1, 3)),
                    new Wish.Purpose("payment.refund", "7"),
                    new Money(100, Asset.RUB),
                    Map.of(),
                    new Wish.Asked(ANNA, NOW, "twice paid"));
    private final Approval.Open open = new Approval.Open(wish);

    @Test
    void somebody_else_decides() {
        assertThat(open.approve(BERT, NOW))
                .isEqualTo(new Decision.Done(new Approval.Approved(wish, BERT, NOW)));
        assertThat(open.reject(BERT, NOW))
                .isEqualTo(new Decision.Done(new Approval.Rejected(wish, BERT, NOW)));
    }

    @Test
    void nobody_decides_on_what_he_asked_for() {
        assertThat(open.approve(ANNA, NOW)).isEqualTo(new Decision.OwnWish());
        assertThat(open.reject(ANNA, NOW)).isEqualTo(new Decision.OwnWish());
    }

    @Test
    void after_three_days_it_is_too_late() {
        Instant last = NOW.plus(Wish.LIFE).minusMillis(1);
        assertThat(open.approve(BERT, last)).isInstanceOf(Decision.Done.class);
        assertThat(open.stateAt(last)).isEqualTo(ApprovalState.OPEN);
        Instant end = NOW.plus(Wish.LIFE);
        assertThat(open.approve(BERT, end))
                .isEqualTo(new Decision.TooLate(new Approval.Expired(wish)));
        assertThat(open.stateAt(end)).isEqualTo(ApprovalState.EXPIRED);
    }
}
