package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.catalogue.FindPlanTerms;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.provisioning.port.PanelStrangers;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Begins to bring people of another shop over, each line of a file of it, or to say of each what
 * would come of it. Needs {@link Permission#IMPORTS_WRITE}, to book balances also {@link
 * Permission#WALLETS_ADJUST}, and a fresh second factor unless it is a dry run; audited. Repeatable
 * by the request key.
 */
@Singleton
public final class StartFileImport {
    private final Panels panels;
    private final PanelStrangers strangers;
    private final FindPlanTerms findPlanTerms;
    private final ImportDesk desk;
    private final StepUpRule stepUp;

    @Inject
    StartFileImport(
            Panels panels,
            PanelStrangers strangers,
            FindPlanTerms findPlanTerms,
            ImportDesk desk,
            StepUpRule stepUp) {
        this.panels = panels;
        this.strangers = strangers;
        this.findPlanTerms = findPlanTerms;
        this.desk = desk;
        this.stepUp = stepUp;
    }

    /**
     * The wish.
     *
     * @param requestKey of this request
     */
    public record Command(Actor actor, Wish wish, String requestKey) {}

    /**
     * What to bring over.
     *
     * @param shop what staff call the other shop, for ever
     * @param panel where its people are
     * @param locale of people whose line says none, a BCP 47 tag
     * @param balances what balances are counted in; empty: they are left out
     * @param csv the file
     */
    public record Wish(
            LineSource source,
            String shop,
            PanelId panel,
            PlanId plan,
            String locale,
            Optional<Asset> balances,
            boolean dryRun,
            String csv) {
        /** Leaves the file out. */
        @Override
        public String toString() {
            return "Wish[" + source + " of " + shop + "]";
        }

        private ImportJob.Terms terms() {
            return new ImportJob.Terms(
                    panel,
                    plan,
                    Optional.empty(),
                    locale,
                    Optional.of(
                            new ImportJob.FileTerms(
                                    source, shop, LineFile.digest(csv), balances, dryRun)));
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /**
         * It is begun: now, or by the same request before.
         *
         * @param ignored columns of the file that are not read
         */
        record Started(ImportJob job, List<String> ignored) implements Result {
            /** Copies. */
            public Started {
                ignored = List.copyOf(ignored);
            }
        }

        /** The file is none, or too long. */
        record BadFile(LineFile.Fault fault) implements Result {}

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** Lines name users of a panel that is off, or whose users cannot be taken over. */
        record NotOffered() implements Result {}

        /** The key served another wish. */
        record KeyReused() implements Result {}

        /** The actor lacks a permission, or is no member of staff. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Begins it. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .filter(_ -> may(command))
                .map(staff -> check(staff, command))
                .orElseGet(() -> answer(new Result.Forbidden()));
    }

    private static boolean may(Command command) {
        return command.actor().may(Permission.IMPORTS_WRITE)
                && (command.wish().balances().isEmpty()
                        || command.actor().may(Permission.WALLETS_ADJUST));
    }

    private Uni<Result> check(AccountId staff, Command command) {
        if (!command.wish().dryRun() && !stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        if (panels.find(command.wish().panel()).isEmpty()) {
            return answer(new Result.NoSuchPanel());
        }
        return switch (LineFile.read(command.wish().source(), command.wish().csv())) {
            case LineFile.Fault fault -> answer(new Result.BadFile(fault));
            case LineFile.Lines lines -> checkLines(staff, command, lines);
        };
    }

    private Uni<Result> checkLines(AccountId staff, Command command, LineFile.Lines lines) {
        return lines.namePanelUsers() && !strangers.offers(command.wish().panel())
                ? answer(new Result.NotOffered())
                : findPlanTerms
                        .execute(new FindPlanTerms.Query(command.wish().plan()))
                        .chain(
                                plan ->
                                        plan.isPresent()
                                                ? start(staff, command, lines)
                                                : answer(new Result.NoSuchPlan()));
    }

    private Uni<Result> start(AccountId staff, Command command, LineFile.Lines lines) {
        ImportDesk.Draft draft =
                new ImportDesk.Draft(
                        command.actor(), staff, command.requestKey(), command.wish().terms());
        return desk.before(command.actor(), command.requestKey())
                .chain(
                        before ->
                                before.map(job -> Uni.createFrom().item(job))
                                        .orElseGet(() -> desk.begin(draft, lines.entries())))
                .map(
                        job ->
                                job.terms().equals(draft.terms())
                                        ? new Result.Started(job, lines.ignored())
                                        : new Result.KeyReused());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
