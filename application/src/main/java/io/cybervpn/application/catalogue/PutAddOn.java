package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.repository.AddOns;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts an add-on into the catalogue, new or in place of what it was; not active takes it off sale.
 * What was sold before stays as it was sold. Told the version that the editor saw, so that nobody
 * undoes what he has not seen. Needs {@link Permission#CATALOGUE_WRITE}.
 */
@Singleton
public final class PutAddOn {
    private final Editing editing;
    private final AddOns addOns;

    @Inject
    PutAddOn(Editing editing, AddOns addOns) {
        this.editing = editing;
        this.addOns = addOns;
    }

    /** Who wants which add-on. */
    public record Command(Actor actor, AddOnDraft draft) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is so. */
        record Stored(AddOn addOn) implements Result {}

        /** Another add-on has the code. */
        record CodeTaken() implements Result {}

        /** Somebody wrote it meanwhile, or took it away: its version is this one, 0 for none. */
        record Stale(long current) implements Result {}

        /** Refused for all of these. */
        record Invalid(List<Flaw> flaws) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Puts. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return switch (CheckedAddOn.of(command.draft())) {
            case CheckedAddOn.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case CheckedAddOn.Sound(var addOn) ->
                    editing.run(
                            () ->
                                    addOns.lock(addOn.id())
                                            .chain(before -> put(command.actor(), before, addOn)));
        };
    }

    private Uni<Result> put(Actor actor, Optional<AddOn> before, AddOn addOn) {
        long current = before.map(AddOn::version).orElse(0L);
        if (addOn.version() != current + 1) {
            return answer(new Result.Stale(current));
        }
        return addOns.put(addOn)
                .chain(
                        written ->
                                switch (written) {
                                    case STORED -> stored(actor, before, addOn);
                                    case CODE_TAKEN -> answer(new Result.CodeTaken());
                                });
    }

    private Uni<Result> stored(Actor actor, Optional<AddOn> before, AddOn addOn) {
        Entry entry =
                Entry.of(actor, "catalogue.put_add_on", "add_on", addOn.id().value())
                        .with(
                                before.map(was -> Changes.between(fields(was), fields(addOn)))
                                        .orElseGet(() -> Changes.created(fields(addOn))));
        return editing.record(entry).replaceWith(new Result.Stored(addOn));
    }

    private static Map<String, String> fields(AddOn addOn) {
        return Map.of(
                "code", addOn.code(),
                "name", new TreeMap<>(addOn.nameI18n()).toString(),
                "kind", addOn.boost().kind().code(),
                "amount", Long.toString(addOn.boost().amount()),
                "days", Integer.toString(addOn.days()),
                "prices",
                        addOn.prices().stream()
                                .map(Money::toString)
                                .sorted()
                                .collect(Collectors.joining(", ")),
                "active", Boolean.toString(addOn.active()));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
