package io.cybervpn.application.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Four eyes for money: asked by one, approved by another, done once. */
class FourEyesTest {
    private final MovableClock clock = new MovableClock();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryApprovals approvals = new InMemoryApprovals(unitOfWork);
    private final List<String> actions = new ArrayList<>();
    private final TestDeed deed = new TestDeed();
    private final ApprovalDesk desk =
            new ApprovalDesk(
                    kind -> Optional.<ApprovedDeed>of(deed).filter(one -> one.kind().equals(kind)),
                    new StepUpRule(clock),
                    entry -> Uni.createFrom().voidItem().invoke(() -> actions.add(entry.action())),
                    new FixedIds(),
                    clock);
    private final AskApproval askApproval = new AskApproval(unitOfWork, approvals, desk);
    private final DecideApproval decideApproval = new DecideApproval(unitOfWork, approvals, desk);

    private final AccountId anna = new AccountId(new UUID(1, 1));
    private final AccountId bert = new AccountId(new UUID(1, 2));

    private static final class TestDeed implements ApprovedDeed {
        private final List<Granted> done = new ArrayList<>();
        private Outcome outcome = new Outcome.Done();
        private boolean failing;

        @Override
        public String kind() {
            return "test.deed";
        }

        @Override
        public Permission permission() {
            return Permission.LEDGER_READ;
        }

        @Override
        public Uni<Outcome> perform(Granted granted) {
            if (failing) {
                return Uni.createFrom().failure(new IllegalStateException("a fault of a test"));
            }
            return Uni.createFrom().item(() -> outcome).invoke(() -> done.add(granted));
        }
    }

    private Actor staff(AccountId id) {
        return staff(id, EnumSet.allOf(Permission.class));
    }

    private Actor staff(AccountId id, Set<Permission> permissions) {
        return new Actor.Staff(id, permissions, Optional.of(clock.instant()));
    }

    private AskApproval.Result ask(Actor actor, String reason) {
        return askApproval
                .execute(
                        new AskApproval.Command(
                                actor,
                                "test.deed",
                                "7",
                                new Money(100, Asset.RUB),
                                Map.of("to", "card"),
                                reason))
                .await()
                .indefinitely();
    }

    private ApprovalId asked() {
        return ((AskApproval.Result.Asked) ask(staff(anna), "paid twice")).approval().id();
    }

    private DecideApproval.Result decide(
            Actor actor, ApprovalId id, DecideApproval.Verdict verdict) {
        return decideApproval
                .execute(new DecideApproval.Command(actor, id, verdict))
                .await()
                .indefinitely();
    }

    private DecideApproval.Result approve(Actor actor, ApprovalId id) {
        return decide(actor, id, DecideApproval.Verdict.APPROVE);
    }

    @Test
    void what_another_approves_is_done_once() {
        ApprovalId id = asked();
        assertThat(deed.done).isEmpty();
        var decided = (DecideApproval.Result.Decided) approve(staff(bert), id);
        assertThat(decided.approval().state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approve(staff(bert), id))
                .isInstanceOf(DecideApproval.Result.AlreadyDecided.class);
        assertThat(deed.done)
                .containsExactly(
                        new ApprovedDeed.Granted(
                                id,
                                "7",
                                new Money(100, Asset.RUB),
                                Map.of("to", "card"),
                                anna,
                                bert));
        assertThat(actions).containsExactly("approvals.ask", "approvals.approve");
    }

    @Test
    void what_is_rejected_is_not_done_and_may_be_asked_again() {
        ApprovalId id = asked();
        assertThat(decide(staff(bert), id, DecideApproval.Verdict.REJECT))
                .isInstanceOf(DecideApproval.Result.Decided.class);
        assertThat(approve(staff(bert), id))
                .isInstanceOf(DecideApproval.Result.AlreadyDecided.class);
        assertThat(deed.done).isEmpty();
        assertThat(asked()).isNotEqualTo(id);
    }

    @Test
    void who_asked_does_not_decide_and_neither_does_who_may_not_do_the_deed() {
        ApprovalId id = asked();
        assertThat(approve(staff(anna), id)).isEqualTo(new DecideApproval.Result.OwnWish());
        assertThat(approve(staff(bert, Set.of(Permission.APPROVALS_DECIDE)), id))
                .isEqualTo(new DecideApproval.Result.Forbidden());
        assertThat(approve(staff(bert, Set.of(Permission.LEDGER_READ)), id))
                .isEqualTo(new DecideApproval.Result.Forbidden());
        Actor stale = staff(bert);
        clock.advance(Duration.ofMinutes(10));
        assertThat(approve(stale, id)).isEqualTo(new DecideApproval.Result.StepUpRequired());
        assertThat(deed.done).isEmpty();
    }

    @Test
    void asking_needs_the_permission_a_fresh_proof_and_a_reason_and_is_repeatable() {
        assertThat(ask(staff(anna, Set.of()), "paid twice"))
                .isEqualTo(new AskApproval.Result.Forbidden());
        assertThat(ask(new Actor.Staff(anna, EnumSet.allOf(Permission.class)), "paid twice"))
                .isEqualTo(new AskApproval.Result.StepUpRequired());
        assertThat(ask(staff(anna), " x ")).isEqualTo(new AskApproval.Result.NoReason());
        ApprovalId id = asked();
        var again = (AskApproval.Result.AlreadyAsked) ask(staff(bert), "me too");
        assertThat(again.approval().id()).isEqualTo(id);
    }

    @Test
    void after_three_days_it_is_over_and_may_be_asked_again() {
        ApprovalId id = asked();
        clock.advance(Wish.LIFE);
        assertThat(approve(staff(bert), id)).isEqualTo(new DecideApproval.Result.TooLate());
        assertThat(approve(staff(bert), id)).isEqualTo(new DecideApproval.Result.TooLate());
        ApprovalId second = asked();
        clock.advance(Wish.LIFE);
        assertThat(asked()).isNotIn(id, second);
        assertThat(deed.done).isEmpty();
    }

    @Test
    void a_deed_that_fails_or_cannot_be_done_leaves_the_wish_open() {
        ApprovalId id = asked();
        deed.failing = true;
        assertThatThrownBy(() -> approve(staff(bert), id))
                .isInstanceOf(IllegalStateException.class);
        deed.failing = false;
        deed.outcome = new ApprovedDeed.Outcome.Impossible("already_refunded");
        assertThat(approve(staff(bert), id))
                .isEqualTo(new DecideApproval.Result.Impossible("already_refunded"));
        deed.outcome = new ApprovedDeed.Outcome.Done();
        assertThat(approve(staff(bert), id)).isInstanceOf(DecideApproval.Result.Decided.class);
    }

    @Test
    void money_above_its_threshold_or_without_one_needs_them_and_none_when_they_are_off() {
        Money limit = new Money(1_000, Asset.RUB);
        FourEyes above = new FourEyes(Optional.of(Map.of(Asset.RUB, limit)));
        assertThat(above.areNeededFor(limit)).isFalse();
        assertThat(above.areNeededFor(new Money(1_001, Asset.RUB))).isTrue();
        assertThat(above.areNeededFor(new Money(1, Asset.USD))).isTrue();
        assertThat(new FourEyes(Optional.empty()).areNeededFor(new Money(1, Asset.USD))).isFalse();
    }
}
