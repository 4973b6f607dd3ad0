package io.cybervpn.application.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.approval.repository.Approvals;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of wishes does. */
public abstract class ApprovalsContract {
    private static final Instant NOW = Wishes.NOW;

    protected abstract Approvals approvals();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Approval.Open added() {
        Approval.Open open = Wishes.open(UUID.randomUUID().toString(), NOW);
        assertThat(inTransaction(() -> approvals().add(open))).isTrue();
        return open;
    }

    private Optional<Approval> locked(Approval approval) {
        return inTransaction(() -> approvals().lock(approval.wish().id()));
    }

    @Test
    void a_wish_is_found_as_it_was() {
        Approval.Open open = added();
        assertThat(locked(open)).contains(open);
        assertThat(inTransaction(() -> approvals().lockOpen(open.wish().purpose()))).contains(open);
        assertThat(inTransaction(() -> approvals().lock(new ApprovalId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void of_one_purpose_one_wish_is_open() {
        Approval.Open first = added();
        Approval.Open second = Wishes.open(first.wish().purpose().subject(), NOW);
        assertThat(inTransaction(() -> approvals().add(second))).isFalse();
        inTransaction(() -> approvals().save(new Approval.Expired(first.wish())));
        assertThat(inTransaction(() -> approvals().lockOpen(first.wish().purpose()))).isEmpty();
        assertThat(inTransaction(() -> approvals().add(second))).isTrue();
    }

    @Test
    void what_became_of_it_stays() {
        AccountId by = new AccountId(UUID.randomUUID());
        Wish one = added().wish();
        Wish two = added().wish();
        for (Approval end :
                List.of(
                        new Approval.Approved(one, by, NOW.plusSeconds(5)),
                        new Approval.Rejected(two, by, NOW.plusSeconds(6)))) {
            inTransaction(() -> approvals().save(end));
            assertThat(locked(end)).contains(end);
        }
    }

    @Test
    void they_are_listed_by_what_they_are_now_the_newest_first() {
        Approval.Open old = added();
        Approval.Open young = Wishes.open(UUID.randomUUID().toString(), NOW.plusSeconds(60));
        inTransaction(() -> approvals().add(young));
        Instant between = NOW.plus(Wish.LIFE).plusSeconds(1);
        assertThat(listed(ApprovalState.OPEN, NOW)).containsSubsequence(young, old);
        assertThat(listed(ApprovalState.OPEN, between)).contains(young).doesNotContain(old);
        assertThat(listed(ApprovalState.EXPIRED, between)).contains(old).doesNotContain(young);
        assertThat(inTransaction(() -> approvals().newest(Optional.empty(), NOW, 1))).hasSize(1);
    }

    private List<Approval> listed(ApprovalState state, Instant now) {
        return inTransaction(() -> approvals().newest(Optional.of(state), now, 10_000));
    }
}
