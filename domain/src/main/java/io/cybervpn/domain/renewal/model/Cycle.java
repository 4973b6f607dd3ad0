package io.cybervpn.domain.renewal.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is done about the end of one period. Pure: every move gives a new one.
 *
 * @param attempts orders that were placed for it
 * @param toldUpTo steps that tell are done up to this moment
 * @param triedUpTo tries are done up to this moment
 * @param nextAt when to look at it again; empty when it is over
 * @param graceDays for how long access goes on after this end, whatever policies say later
 */
public record Cycle(
        CycleId id,
        PeriodKey key,
        AccountId account,
        CycleState state,
        int attempts,
        Instant toldUpTo,
        Instant triedUpTo,
        Optional<Instant> nextAt,
        int graceDays) {
    /**
     * Begins to watch a period. What the policy wanted before {@code now} is not made good, and an
     * end that has come already has no grace: it was heard of late, or its money went back.
     */
    public static Cycle plan(
            CycleId id, PeriodKey key, AccountId account, DunningPolicy policy, Instant now) {
        int graceDays = policy.graceAt(key.end(), now);
        return new Cycle(
                        id,
                        key,
                        account,
                        new CycleState.Planned(),
                        0,
                        now,
                        now,
                        Optional.of(now),
                        graceDays)
                .onwards(policy.withGrace(graceDays), now);
    }

    /** What is due by a policy. */
    public Agenda agenda(DunningPolicy policy, Instant now) {
        List<Step> due =
                policy.steps(key.end()).stream().filter(step -> !step.at().isAfter(now)).toList();
        return new Agenda(
                due.stream().filter(this::isUntried).reduce((_, later) -> later),
                due.stream().filter(this::isUntold).toList());
    }

    private boolean isUntried(Step step) {
        return step.kind() == Step.Kind.CHARGE && step.at().isAfter(triedUpTo);
    }

    private boolean isUntold(Step step) {
        return step.kind() != Step.Kind.CHARGE && step.at().isAfter(toldUpTo);
    }

    /** When the next try is due, not before {@code now}; empty when none is to come. */
    public Optional<Instant> nextCharge(DunningPolicy policy, Instant now) {
        return policy.steps(key.end()).stream()
                .filter(this::isUntried)
                .findFirst()
                .map(step -> step.at().isAfter(now) ? step.at() : now)
                .filter(_ -> isOpen());
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return state instanceof CycleState.Open;
    }

    /** Whether its order, when that is paid, makes it paid: all but one that is so already. */
    public boolean isPayable() {
        return !(state instanceof CycleState.Paid);
    }

    /**
     * An order was placed for it.
     *
     * @param look when to look what became of it if nobody tells
     */
    public Cycle charging(OrderId order, Terms terms, Instant now, Instant look) {
        return new Cycle(
                id,
                key,
                account,
                new CycleState.Charging(order, terms),
                attempts + 1,
                toldUpTo,
                now,
                Optional.of(look),
                graceDays);
    }

    /** The last try came to nothing, or could not be made. */
    public Cycle failed(String reason, DunningPolicy policy, Instant now) {
        return with(new CycleState.Failed(reason)).triedNow(now).onwards(policy, now);
    }

    /** Nobody wants it tried: the tries up to now are left out. */
    public Cycle untried(DunningPolicy policy, Instant now) {
        return triedNow(now).onwards(policy, now);
    }

    /** What was to be told up to now is told. */
    public Cycle told(DunningPolicy policy, Instant now) {
        return new Cycle(id, key, account, state, attempts, now, triedUpTo, nextAt, graceDays)
                .onwards(policy, now);
    }

    /** The customer just agreed to be charged: what is left out of the tries is made good. */
    public Cycle armed(DunningPolicy policy, Instant now) {
        Instant before = policy.firstCharge(key.end()).minus(Duration.ofSeconds(1));
        return switch (state) {
            case CycleState.Planned _, CycleState.Failed _ ->
                    before.isAfter(now)
                            ? this
                            : new Cycle(
                                            id, key, account, state, attempts, toldUpTo, before,
                                            nextAt, graceDays)
                                    .onwards(policy, now);
            case CycleState.Charging _,
                    CycleState.Paid _,
                    CycleState.GivenUp _,
                    CycleState.Cancelled _ ->
                    this;
        };
    }

    /** It is paid. */
    public Cycle paid(OrderId order, Instant now) {
        return with(new CycleState.Paid(order, now)).rested();
    }

    /** Its end is another one now. */
    public Cycle cancelled(Instant now) {
        return with(new CycleState.Cancelled(now)).rested();
    }

    /** Its end is what it was once more. Changes nothing else but one that was cancelled. */
    public Cycle resumed(DunningPolicy policy, Instant now) {
        return switch (state) {
            case CycleState.Cancelled _ -> plan(id, key, account, policy, now).counting(attempts);
            case CycleState.Planned _,
                    CycleState.Charging _,
                    CycleState.Failed _,
                    CycleState.Paid _,
                    CycleState.GivenUp _ ->
                    this;
        };
    }

    /** The same, to be looked at again then. */
    public Cycle lookAt(Instant at) {
        return new Cycle(
                id, key, account, state, attempts, toldUpTo, triedUpTo, Optional.of(at), graceDays);
    }

    /** The same as another's. */
    public Cycle of(AccountId owner) {
        return new Cycle(id, key, owner, state, attempts, toldUpTo, triedUpTo, nextAt, graceDays);
    }

    private Cycle counting(int tries) {
        return new Cycle(id, key, account, state, tries, toldUpTo, triedUpTo, nextAt, graceDays);
    }

    private Cycle with(CycleState other) {
        return new Cycle(id, key, account, other, attempts, toldUpTo, triedUpTo, nextAt, graceDays);
    }

    private Cycle triedNow(Instant now) {
        return new Cycle(id, key, account, state, attempts, toldUpTo, now, nextAt, graceDays);
    }

    private Cycle rested() {
        return new Cycle(
                id,
                key,
                account,
                state,
                attempts,
                toldUpTo,
                triedUpTo,
                Optional.empty(),
                graceDays);
    }

    /** To the next step; without one it is given up. */
    private Cycle onwards(DunningPolicy policy, Instant now) {
        return policy.steps(key.end()).stream()
                .filter(step -> isUntried(step) || isUntold(step))
                .findFirst()
                .map(step -> lookAt(step.at()))
                .orElseGet(() -> with(new CycleState.GivenUp(now)).rested());
    }
}
