package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.catalogue.FindPlanTerms;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.provisioning.port.PanelStrangers;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.PlanTerms;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Begins to take users of a panel over, or only says what would come of it. Needs {@link
 * Permission#IMPORTS_WRITE} and a fresh second factor; audited. Repeatable by the request key.
 */
@Singleton
public final class StartAdoption {
    /** The most that can be named at once. */
    public static final int NAMES_MAX = 10_000;

    private final Panels panels;
    private final PanelStrangers strangers;
    private final FindPlanTerms findPlanTerms;
    private final StrangerNames names;
    private final ImportDesk desk;
    private final TakeOver takeOver;
    private final StepUpRule stepUp;
    private final UnitOfWork unitOfWork;

    @Inject
    StartAdoption(
            Panels panels,
            PanelStrangers strangers,
            FindPlanTerms findPlanTerms,
            StrangerNames names,
            ImportDesk desk,
            TakeOver takeOver,
            StepUpRule stepUp,
            UnitOfWork unitOfWork) {
        this.panels = panels;
        this.strangers = strangers;
        this.findPlanTerms = findPlanTerms;
        this.names = names;
        this.desk = desk;
        this.takeOver = takeOver;
        this.stepUp = stepUp;
        this.unitOfWork = unitOfWork;
    }

    /**
     * The wish.
     *
     * @param named these users; empty: all who are not the shop's
     * @param requestKey of this request; empty: only say what would come of it
     */
    public record Command(
            Actor actor,
            ImportJob.Terms terms,
            Optional<List<String>> named,
            Optional<String> requestKey) {
        /** Copies the names, without repetition. */
        public Command {
            named = named.map(all -> List.copyOf(new LinkedHashSet<>(all)));
        }

        /** Leaves the names out. */
        @Override
        public String toString() {
            return "StartAdoption.Command[" + terms + "]";
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /**
         * What would come of it.
         *
         * @param count of users
         * @param refusals how many of all who were read could not be taken over, by code of what
         *     the panel alone tells
         * @param sample the first of them
         */
        record Shown(int count, Map<String, Integer> refusals, List<Foreseen> sample)
                implements Result {
            /** Copies. */
            public Shown {
                refusals = Map.copyOf(refusals);
                sample = List.copyOf(sample);
            }
        }

        /** It is begun: now, or by the same request before. */
        record Started(ImportJob job) implements Result {}

        /** More than {@link StrangerNames#MAX}. */
        record TooMany() implements Result {}

        /** One owner cannot be that of several users. */
        record OwnerOfMany() implements Result {}

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** The panel is off, or of a kind whose users cannot be taken over. */
        record NotOffered() implements Result {}

        /** It does not answer, or not so. */
        record Unavailable(String reason) implements Result {}

        /** The key served another wish. */
        record KeyReused() implements Result {}

        /** The actor lacks the permission, or is no member of staff. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /**
     * One user, and what would come of him.
     *
     * @param refusal the code; empty: he would be taken over
     */
    public record Foreseen(String name, Optional<String> refusal) {
        /** Leaves the name out. */
        @Override
        public String toString() {
            return "Foreseen[" + refusal + "]";
        }
    }

    /** Begins it, or says what would come of it. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.IMPORTS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return command.actor()
                .account()
                .map(staff -> check(staff, command))
                .orElseGet(() -> answer(new Result.Forbidden()));
    }

    private Uni<Result> check(AccountId staff, Command command) {
        if (command.requestKey().isPresent() && !stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        if (panels.find(command.terms().panel()).isEmpty()) {
            return answer(new Result.NoSuchPanel());
        }
        if (!strangers.offers(command.terms().panel())) {
            return answer(new Result.NotOffered());
        }
        boolean one = command.named().filter(all -> all.size() == 1).isPresent();
        return command.terms().owner().isPresent() && !one
                ? answer(new Result.OwnerOfMany())
                : checkPlan(staff, command);
    }

    private Uni<Result> checkPlan(AccountId staff, Command command) {
        return findPlanTerms
                .execute(new FindPlanTerms.Query(command.terms().plan()))
                .map(Optional::<PlanTerms>isPresent)
                .chain(
                        there ->
                                there
                                        ? command.requestKey()
                                                .map(key -> start(staff, command, key))
                                                .orElseGet(() -> show(command))
                                        : answer(new Result.NoSuchPlan()));
    }

    private Uni<Result> start(AccountId staff, Command command, String key) {
        return desk.before(command.actor(), key)
                .chain(
                        before ->
                                before.map(job -> answer(repeated(job, command)))
                                        .orElseGet(() -> begin(staff, command, key)));
    }

    private static Result repeated(ImportJob job, Command command) {
        return job.terms().equals(command.terms())
                ? new Result.Started(job)
                : new Result.KeyReused();
    }

    private Uni<Result> begin(AccountId staff, Command command, String key) {
        return read(command)
                .chain(
                        found ->
                                switch (found) {
                                    case StrangerNames.Found.Names all ->
                                            desk.begin(
                                                            new ImportDesk.Draft(
                                                                    command.actor(),
                                                                    staff,
                                                                    key,
                                                                    command.terms()),
                                                            all.names().stream()
                                                                    .map(ImportJob.Entry::named)
                                                                    .toList())
                                                    .map(job -> repeated(job, command));
                                    case StrangerNames.Found.TooMany() ->
                                            answer(new Result.TooMany());
                                    case StrangerNames.Found.Unavailable(var reason) ->
                                            answer(new Result.Unavailable(reason));
                                });
    }

    private Uni<StrangerNames.Found> read(Command command) {
        return names.of(command.terms().panel(), command.named());
    }

    private Uni<Result> show(Command command) {
        return read(command)
                .chain(
                        found ->
                                switch (found) {
                                    case StrangerNames.Found.Names all ->
                                            unitOfWork.run(() -> show(command.terms(), all));
                                    case StrangerNames.Found.TooMany() ->
                                            answer(new Result.TooMany());
                                    case StrangerNames.Found.Unavailable(var reason) ->
                                            answer(new Result.Unavailable(reason));
                                });
    }

    private Uni<Result> show(ImportJob.Terms terms, StrangerNames.Found.Names all) {
        Uni<List<Foreseen>> sample = Uni.createFrom().item(List.of());
        for (StrangerNames.Looked looked : all.sample()) {
            sample = sample.chain(before -> foresee(terms, looked).map(one -> plus(before, one)));
        }
        return sample.map(some -> new Result.Shown(all.names().size(), all.refusals(), some));
    }

    private Uni<Foreseen> foresee(ImportJob.Terms terms, StrangerNames.Looked looked) {
        return looked.user()
                .map((Stranger user) -> takeOver.foresee(terms, user))
                .orElseGet(() -> Uni.createFrom().item(Optional.of("panel_user_not_found")))
                .map(refusal -> new Foreseen(looked.name(), refusal));
    }

    private static List<Foreseen> plus(List<Foreseen> before, Foreseen one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
