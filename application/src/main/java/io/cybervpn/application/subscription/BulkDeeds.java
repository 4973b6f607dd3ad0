package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Does a job's deed with one subject, in the name of who asked. Only for an open unit of work. */
@Singleton
final class BulkDeeds {
    private final GiveTime giveTime;
    private final GrantPlan grantPlan;
    private final SteerSubscription steer;
    private final ResetTrial resetTrial;
    private final SubscriptionSync sync;

    @Inject
    BulkDeeds(
            GiveTime giveTime,
            GrantPlan grantPlan,
            SteerSubscription steer,
            ResetTrial resetTrial,
            SubscriptionSync sync) {
        this.giveTime = giveTime;
        this.grantPlan = grantPlan;
        this.steer = steer;
        this.resetTrial = resetTrial;
        this.sync = sync;
    }

    /** What came of it: empty, or the code of a refusal. */
    Uni<Optional<String>> perform(BulkJob job, int position, UUID subject) {
        String key = "bulk " + job.id() + " " + position;
        return switch (job.action()) {
            case BulkAction.Extend(var days) ->
                    giveTime.execute(
                                    new GiveTime.Command(
                                            staff(job),
                                            new SubscriptionId(subject),
                                            days,
                                            key,
                                            Optional.empty(),
                                            Optional.of(job.reason())))
                            .map(BulkDeeds::refusal);
            case BulkAction.Suspend(var timeRuns) ->
                    steer(job, subject, new SteerSubscription.Steer.Suspend(timeRuns));
            case BulkAction.Unsuspend() ->
                    steer(job, subject, new SteerSubscription.Steer.Unsuspend());
            case BulkAction.Terminate() ->
                    steer(job, subject, new SteerSubscription.Steer.Terminate());
            case BulkAction.Sync() -> sync.sync(new SubscriptionId(subject));
            case BulkAction.GrantDays(var plan, var days) ->
                    grantPlan
                            .execute(
                                    new GrantPlan.Command(
                                            staff(job),
                                            new AccountId(subject),
                                            plan,
                                            days,
                                            key,
                                            Optional.of(job.reason())))
                            .map(BulkDeeds::refusal);
            case BulkAction.ResetTrials() -> reset(job, new AccountId(subject));
        };
    }

    private Uni<Optional<String>> reset(BulkJob job, AccountId customer) {
        return resetTrial
                .execute(new ResetTrial.Command(staff(job), customer, Optional.of(job.reason())))
                .map(BulkDeeds::refusal);
    }

    /** He had the right when he asked. */
    private static Actor staff(BulkJob job) {
        return new Actor.Staff(job.staff(), Set.of(Permission.SUBSCRIPTIONS_WRITE));
    }

    private Uni<Optional<String>> steer(BulkJob job, UUID subject, SteerSubscription.Steer wish) {
        return steer.execute(
                        new SteerSubscription.Command(
                                staff(job),
                                new SubscriptionId(subject),
                                wish,
                                Optional.empty(),
                                Optional.of(job.reason())))
                .map(BulkDeeds::refusal);
    }

    private static Optional<String> refusal(GiveTime.Result result) {
        return switch (result) {
            case GiveTime.Result.Given _ -> Optional.empty();
            case GiveTime.Result.Refused(var reason) -> Optional.of(reason.code());
            case GiveTime.Result.KeyReused _, GiveTime.Result.Stale _ -> Optional.of("conflict");
            case GiveTime.Result.OutOfRange _ -> Optional.of("out_of_range");
            case GiveTime.Result.Forbidden _ -> Optional.of("forbidden");
        };
    }

    private static Optional<String> refusal(SteerSubscription.Result result) {
        return switch (result) {
            case SteerSubscription.Result.Done _ -> Optional.empty();
            case SteerSubscription.Result.Refused(var reason) -> Optional.of(reason.code());
            case SteerSubscription.Result.Stale _ -> Optional.of("conflict");
            case SteerSubscription.Result.Forbidden _ -> Optional.of("forbidden");
        };
    }

    private static Optional<String> refusal(GrantPlan.Result result) {
        return switch (result) {
            case GrantPlan.Result.Given _ -> Optional.empty();
            case GrantPlan.Result.Refused(var reason) -> Optional.of(reason.code());
            case GrantPlan.Result.NoSuchCustomer _ -> Optional.of("user_not_found");
            case GrantPlan.Result.NoSuchPlan _ -> Optional.of("plan_not_found");
            case GrantPlan.Result.KeyReused _ -> Optional.of("conflict");
            case GrantPlan.Result.OutOfRange _ -> Optional.of("out_of_range");
            case GrantPlan.Result.Forbidden _ -> Optional.of("forbidden");
        };
    }

    private static Optional<String> refusal(ResetTrial.Result result) {
        return switch (result) {
            case ResetTrial.Result.Done _ -> Optional.empty();
            case ResetTrial.Result.NoSuchCustomer _ -> Optional.of("user_not_found");
            case ResetTrial.Result.Forbidden _ -> Optional.of("forbidden");
        };
    }
}
