package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.identity.AdmitPerson;
import io.cybervpn.application.identity.SetTrialRight;
import io.cybervpn.application.ledger.HoldCustomer;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.subscription.AdoptSubscription;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings one line of another shop's file over: the person gets an account if he has none, his
 * subscription with the panel's user who he is, and what that shop owed him. Once for each row of a
 * shop. Only for an open unit of work; all or nothing.
 */
@Singleton
final class BringLine {
    private static final String NO_TIME_LEFT = "no_time_left";

    private final BringDesk desk;
    private final TakeOver takeOver;
    private final AdmitPerson admitPerson;
    private final Served served;
    private final Ids ids;
    private final Clock clock;

    @Inject
    BringLine(
            BringDesk desk,
            TakeOver takeOver,
            AdmitPerson admitPerson,
            Served served,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.takeOver = takeOver;
        this.admitPerson = admitPerson;
        this.served = served;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is served already, and who gets something new. */
    @Singleton
    static final class Served {
        private final Adoptions adoptions;
        private final FindSubscription findSubscription;
        private final AdoptSubscription adoptSubscription;
        private final HoldCustomer holdCustomer;
        private final SetTrialRight setTrialRight;

        @Inject
        Served(
                Adoptions adoptions,
                FindSubscription findSubscription,
                AdoptSubscription adoptSubscription,
                HoldCustomer holdCustomer,
                SetTrialRight setTrialRight) {
            this.adoptions = adoptions;
            this.findSubscription = findSubscription;
            this.adoptSubscription = adoptSubscription;
            this.holdCustomer = holdCustomer;
            this.setTrialRight = setTrialRight;
        }

        private Uni<Boolean> hasHadTrial(AccountId account) {
            return holdCustomer
                    .execute(new HoldCustomer.Query(account))
                    .call(
                            there ->
                                    there
                                            ? setTrialRight.execute(
                                                    new SetTrialRight.Command(account, false))
                                            : Uni.createFrom().voidItem());
        }

        private Uni<Optional<AccountId>> ownerOf(AccessId access) {
            return findSubscription
                    .execute(new FindSubscription.Query(new SubscriptionId(access.value())))
                    .map(
                            found ->
                                    switch (found) {
                                        case FindSubscription.Result.Found(var one) ->
                                                Optional.of(one.account());
                                        case FindSubscription.Result.NoSuchSubscription _ ->
                                                Optional.empty();
                                    });
        }
    }

    /**
     * What to bring.
     *
     * @param row what makes the line one at its shop
     * @param found the panel's user whom it names
     */
    record Work(
            ImportJob job,
            ImportJob.FileTerms file,
            String row,
            ImportLine line,
            Optional<Stranger> found) {
        private AdmitPerson.Command person(boolean make) {
            return new AdmitPerson.Command(
                    line.telegram(),
                    line.email(),
                    line.language().orElse(job.terms().locale()),
                    make);
        }

        private Actor staff() {
            return new Actor.Staff(job.asked().staff(), Set.of());
        }
    }

    /** Brings it, or says what would come of it. */
    Uni<ImportJob.Outcome> perform(Work work) {
        return desk.isThere(work)
                .chain(before -> before ? refuse("already_imported") : decide(work));
    }

    private Uni<ImportJob.Outcome> decide(Work work) {
        return switch (LineVerdict.of(work.line(), work.found(), clock.instant())) {
            case LineVerdict.Refuse(var code) -> refuse(code);
            case LineVerdict.AccountOnly() -> admit(work, account -> accountOnly(work, account));
            case LineVerdict.Serve(var end) -> admit(work, account -> serve(work, account, end));
            case LineVerdict.Join(var user) -> join(work, user);
        };
    }

    /** What is done with an account once it is there. */
    private interface Deed {
        Uni<ImportJob.Outcome> with(AccountId account);
    }

    private Uni<ImportJob.Outcome> admit(Work work, Deed deed) {
        boolean dry = work.file().dryRun();
        return admitPerson
                .execute(work.person(!dry))
                .chain(
                        admitted ->
                                TakeOver.refusal(admitted)
                                        .map(BringLine::refuse)
                                        .orElseGet(() -> proceed(work, admitted, deed)));
    }

    private Uni<ImportJob.Outcome> proceed(Work work, AdmitPerson.Result admitted, Deed deed) {
        return work.file().dryRun()
                ? desk.foresee(work, notes(work))
                : TakeOver.account(admitted)
                        .map(deed::with)
                        .orElseGet(() -> refuse("nobody_known"));
    }

    private List<String> notes(Work work) {
        LineVerdict verdict = LineVerdict.of(work.line(), work.found(), clock.instant());
        return verdict instanceof LineVerdict.AccountOnly ? List.of(NO_TIME_LEFT) : List.of();
    }

    private Uni<ImportJob.Outcome> accountOnly(Work work, AccountId account) {
        return served.hasHadTrial(account)
                .chain(
                        there ->
                                there
                                        ? desk.keep(
                                                work,
                                                new ImportJob.Made(account, Optional.empty()),
                                                List.of(NO_TIME_LEFT))
                                        : refuse("user_not_found"));
    }

    private Uni<ImportJob.Outcome> serve(Work work, AccountId account, Instant end) {
        UUID id = ids.next();
        return served.hasHadTrial(account)
                .chain(there -> there ? opened(work, account, id, end) : refuse("user_not_found"));
    }

    private Uni<ImportJob.Outcome> opened(Work work, AccountId account, UUID id, Instant end) {
        return served.adoptSubscription
                .execute(
                        new AdoptSubscription.Command(
                                work.staff(),
                                new AdoptSubscription.Opening(
                                        new SubscriptionId(id), account, work.job().terms().plan()),
                                end,
                                "import " + work.file().shop() + " " + work.row(),
                                work.job().asked().reason()))
                .chain(
                        opened ->
                                switch (opened) {
                                    case AdoptSubscription.Result.Adopted(var made) ->
                                            desk.keep(
                                                    work,
                                                    new ImportJob.Made(account, made.value()),
                                                    List.of());
                                    case AdoptSubscription.Result.NoSuchCustomer _ ->
                                            refuse("user_not_found");
                                    case AdoptSubscription.Result.NoSuchPlan _ ->
                                            refuse("plan_not_found");
                                    case AdoptSubscription.Result.OutOfRange _ -> refuse("ended");
                                });
    }

    private Uni<ImportJob.Outcome> join(Work work, Stranger user) {
        return served.adoptions
                .find(work.job().terms().panel(), user.name())
                .chain(
                        before ->
                                before.map(access -> rejoin(work, access))
                                        .orElseGet(
                                                () ->
                                                        admit(
                                                                work,
                                                                account ->
                                                                        take(
                                                                                work, user,
                                                                                account))));
    }

    private Uni<ImportJob.Outcome> take(Work work, Stranger user, AccountId account) {
        return takeOver.open(new TakeOver.Row(work.job(), user), account)
                .chain(
                        outcome ->
                                outcome instanceof ImportJob.Outcome.Done done
                                        ? desk.keep(work, done.made(), List.of())
                                        : Uni.createFrom().item(outcome));
    }

    /** He was taken over from the panel before: that is his subscription, if it is he. */
    private Uni<ImportJob.Outcome> rejoin(Work work, AccessId access) {
        return served.ownerOf(access).chain(owner -> rejoin(work, access, owner));
    }

    private Uni<ImportJob.Outcome> rejoin(Work work, AccessId access, Optional<AccountId> owner) {
        return admitPerson
                .execute(work.person(false))
                .map(TakeOver::account)
                .chain(
                        known ->
                                known.isPresent() && known.equals(owner)
                                        ? rejoined(work, known.get(), access)
                                        : refuse("adopted_by_another"));
    }

    private Uni<ImportJob.Outcome> rejoined(Work work, AccountId owner, AccessId access) {
        return work.file().dryRun()
                ? desk.foresee(work, List.of("already_adopted"))
                : served.hasHadTrial(owner)
                        .chain(
                                there ->
                                        there
                                                ? desk.keep(
                                                        work,
                                                        new ImportJob.Made(owner, access.value()),
                                                        List.of("already_adopted"))
                                                : refuse("user_not_found"));
    }

    private static Uni<ImportJob.Outcome> refuse(String code) {
        return Uni.createFrom().item(new ImportJob.Outcome.Refused(code));
    }
}
