package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.identity.AdmitPerson;
import io.cybervpn.application.identity.SetTrialRight;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.subscription.AdoptSubscription;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Adoption;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.domain.provisioning.model.Takeover;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes one user of a panel over: he gets an account if he has none, a subscription with the end
 * that the panel has, and an access whose user he is. The panel is not written to: the access is
 * brought to it like any other, to the user under his own name, whose link and keys stay. Only for
 * an open unit of work; all or nothing.
 */
@Singleton
final class TakeOver {
    private final Adoptions adoptions;
    private final AdmitPerson admitPerson;
    private final AdoptSubscription adoptSubscription;
    private final SetTrialRight setTrialRight;
    private final AuditTrail audit;
    private final Now now;

    @Inject
    TakeOver(
            Adoptions adoptions,
            AdmitPerson admitPerson,
            AdoptSubscription adoptSubscription,
            SetTrialRight setTrialRight,
            AuditTrail audit,
            Now now) {
        this.adoptions = adoptions;
        this.admitPerson = admitPerson;
        this.adoptSubscription = adoptSubscription;
        this.setTrialRight = setTrialRight;
        this.audit = audit;
        this.now = now;
    }

    /** When, and under which new id. */
    @Singleton
    static final class Now {
        private final Ids ids;
        private final Clock clock;

        @Inject
        Now(Ids ids, Clock clock) {
            this.ids = ids;
            this.clock = clock;
        }

        Instant instant() {
            return clock.instant();
        }

        private AccessId access() {
            return PanelUsername.adopted(ids.next());
        }
    }

    /** Whom to take over, in which job. */
    record Row(ImportJob job, Stranger user) {
        private Instant end() {
            return user.state().expireAt();
        }

        private Actor staff() {
            return new Actor.Staff(job.asked().staff(), Set.of());
        }
    }

    /** What came of it. */
    Uni<ImportJob.Outcome> perform(ImportJob job, Optional<Stranger> found) {
        return found.map(user -> perform(job, user))
                .orElseGet(() -> refuse("panel_user_not_found"));
    }

    private Uni<ImportJob.Outcome> perform(ImportJob job, Stranger user) {
        return refusal(Takeover.of(user.state(), now.instant()))
                .map(TakeOver::refuse)
                .orElseGet(() -> once(new Row(job, user)));
    }

    private Uni<ImportJob.Outcome> once(Row row) {
        return adoptions
                .find(row.job().terms().panel(), row.user().name())
                .chain(before -> before.isPresent() ? refuse("already_adopted") : admit(row));
    }

    private Uni<ImportJob.Outcome> admit(Row row) {
        return row.job()
                .terms()
                .owner()
                .map(owner -> open(row, owner))
                .orElseGet(
                        () ->
                                admitPerson
                                        .execute(
                                                person(
                                                        row.user(),
                                                        row.job().terms().locale(),
                                                        true))
                                        .chain(admitted -> open(row, admitted)));
    }

    private static AdmitPerson.Command person(Stranger user, String locale, boolean make) {
        return new AdmitPerson.Command(user.telegram(), user.email(), locale, make);
    }

    private Uni<ImportJob.Outcome> open(Row row, AdmitPerson.Result admitted) {
        return account(admitted)
                .map(account -> open(row, account))
                .orElseGet(() -> refuse(refusal(admitted).orElse("nobody_known")));
    }

    /** Whom somebody was found to be. */
    static Optional<AccountId> account(AdmitPerson.Result admitted) {
        return switch (admitted) {
            case AdmitPerson.Result.Known(var account) -> Optional.of(account);
            case AdmitPerson.Result.Made(var account) -> Optional.of(account);
            case AdmitPerson.Result.New _,
                    AdmitPerson.Result.Nobody _,
                    AdmitPerson.Result.TwoAccounts _,
                    AdmitPerson.Result.EmailUnverified _ ->
                    Optional.empty();
        };
    }

    /** Makes him who is fit and was not taken over yet this account's. */
    Uni<ImportJob.Outcome> open(Row row, AccountId account) {
        AccessId access = now.access();
        ImportJob.Terms terms = row.job().terms();
        return adoptSubscription
                .execute(
                        new AdoptSubscription.Command(
                                row.staff(),
                                new AdoptSubscription.Opening(
                                        new SubscriptionId(access.value()), account, terms.plan()),
                                row.end(),
                                "adopt " + terms.panel().value() + " " + row.user().name(),
                                row.job().asked().reason()))
                .chain(opened -> take(row, account, opened));
    }

    private Uni<ImportJob.Outcome> take(
            Row row, AccountId account, AdoptSubscription.Result opened) {
        return switch (opened) {
            case AdoptSubscription.Result.Adopted(var id) ->
                    take(row, account, new AccessId(id.value()));
            case AdoptSubscription.Result.NoSuchCustomer _ -> refuse("user_not_found");
            case AdoptSubscription.Result.NoSuchPlan _ -> refuse("plan_not_found");
            case AdoptSubscription.Result.OutOfRange _ -> refuse("ended");
        };
    }

    private Uni<ImportJob.Outcome> take(Row row, AccountId account, AccessId access) {
        Adoption adoption =
                new Adoption(row.job().terms().panel(), row.user().name(), access, now.instant());
        return adoptions
                .add(adoption)
                .invoke(TakeOver::insist)
                .chain(() -> setTrialRight.execute(new SetTrialRight.Command(account, false)))
                .chain(() -> audit.append(entry(row, adoption)))
                .replaceWith(
                        new ImportJob.Outcome.Done(new ImportJob.Made(account, access.value())));
    }

    /** Somebody was quicker: nothing of this may stay. The next try finds it done. */
    private static void insist(boolean first) {
        if (!first) {
            throw new IllegalStateException("taken over meanwhile; try again");
        }
    }

    /** Not under which name: rows of the trail outlive people. */
    private static AuditTrail.Entry entry(Row row, Adoption adoption) {
        return AuditTrail.Entry.of(
                        row.staff(), "provisioning.adopt", "access", adoption.access().value())
                .with(Changes.created(Map.of("panel", adoption.panel().value().toString())))
                .because(row.job().asked().reason());
    }

    /** What would come of it: empty, or the code of a refusal. Changes nothing. */
    Uni<Optional<String>> foresee(ImportJob.Terms terms, Stranger user) {
        Optional<String> unfit = refusal(Takeover.of(user.state(), now.instant()));
        return unfit.isPresent() || terms.owner().isPresent()
                ? Uni.createFrom().item(unfit)
                : admitPerson.execute(person(user, terms.locale(), false)).map(TakeOver::refusal);
    }

    /** Why nobody can be taken for him; empty when he is known, or would be new. */
    static Optional<String> refusal(AdmitPerson.Result admitted) {
        return switch (admitted) {
            case AdmitPerson.Result.Known _, AdmitPerson.Result.Made _, AdmitPerson.Result.New _ ->
                    Optional.empty();
            case AdmitPerson.Result.Nobody _ -> Optional.of("nobody_known");
            case AdmitPerson.Result.TwoAccounts _ -> Optional.of("two_accounts");
            case AdmitPerson.Result.EmailUnverified _ -> Optional.of("email_unverified");
        };
    }

    /** The code of what the panel alone tells; empty when he can be taken over. */
    static Optional<String> refusal(Takeover verdict) {
        return switch (verdict) {
            case Takeover.Ended() -> Optional.of("ended");
            case Takeover.SwitchedOff() -> Optional.of("switched_off");
            case Takeover.TooFarAhead() -> Optional.of("too_far_ahead");
            case Takeover.Fit _ -> Optional.empty();
        };
    }

    private static Uni<ImportJob.Outcome> refuse(String code) {
        return Uni.createFrom().item(new ImportJob.Outcome.Refused(code));
    }
}
