package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.FindTrialRight;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.TrialRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows a customer whether he may have a trial, and what it would be. */
@Singleton
public final class ViewTrial {
    private final FindTrialRight findTrialRight;
    private final TrialSettings settings;

    @Inject
    ViewTrial(FindTrialRight findTrialRight, TrialSettings settings) {
        this.findTrialRight = findTrialRight;
        this.settings = settings;
    }

    /** Who. */
    public record Query(Actor actor) {}

    /**
     * The answer.
     *
     * @param refusal why not; empty: he may
     */
    public record Result(Optional<TrialRefusal> refusal, int days, long trafficBytes) {}

    /** Answers. */
    public Uni<Result> execute(Query query) {
        return settings.offered().isEmpty()
                ? answer(Optional.of(TrialRefusal.TRIAL_OFF))
                : query.actor()
                        .account()
                        .map(this::ask)
                        .orElseGet(() -> answer(Optional.of(TrialRefusal.NO_CUSTOMER)));
    }

    private Uni<Result> ask(AccountId account) {
        return findTrialRight
                .execute(new FindTrialRight.Query(account, settings.terms()))
                .chain(found -> answer(StartTrial.refusal(found.right())));
    }

    private Uni<Result> answer(Optional<TrialRefusal> refusal) {
        return Uni.createFrom().item(new Result(refusal, settings.days(), settings.trafficBytes()));
    }
}
