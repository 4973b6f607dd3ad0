package io.cybervpn.application.shared;

import io.cybervpn.application.shared.SealedSecrets.Replacement;
import io.cybervpn.application.shared.SealedSecrets.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Seals every stored secret anew under the newest key, so that an old key can be taken away. A page
 * is one transaction: who breaks it off begins again and does only what is left. The shop may run
 * meanwhile, once all its instances know the newest key.
 */
@Singleton
public final class ResealSecrets {
    static final int PAGE_SIZE = 500;

    private final SealedStores stores;
    private final SecretBox box;
    private final UnitOfWork unitOfWork;

    @Inject
    ResealSecrets(SealedStores stores, SecretBox box, UnitOfWork unitOfWork) {
        this.stores = stores;
        this.box = box;
        this.unitOfWork = unitOfWork;
    }

    /** Whether to write. */
    public enum Mode {
        /** Counts only. */
        LOOK,
        /** Seals anew. */
        SEAL
    }

    /**
     * How far it is with the secrets of one kind.
     *
     * @param seen all that were looked at
     * @param outdated of these were under an older key
     * @param resealed of the outdated are under the newest key now
     * @param unopened of the outdated that no key opens, or that are not what was sealed
     */
    public record Tally(String kind, long seen, long outdated, long resealed, long unopened) {
        static Tally none(String kind) {
            return new Tally(kind, 0, 0, 0, 0);
        }

        /** Those that still need an older key: never opened, or changed meanwhile. */
        public long left() {
            return outdated - resealed;
        }

        private Tally with(Page page, int done) {
            return new Tally(
                    kind,
                    seen + page.seen(),
                    outdated + page.outdated(),
                    resealed + done,
                    unopened + page.unopened());
        }
    }

    private record Page(long seen, List<Replacement> replacements, long unopened) {
        long outdated() {
            return replacements.size() + unopened;
        }
    }

    /**
     * Goes through all kinds. Repeatable.
     *
     * @param progress told after each page
     * @return a tally for each kind
     */
    public Uni<List<Tally>> execute(Mode mode, Consumer<Tally> progress) {
        Uni<List<Tally>> tallies = Uni.createFrom().item(List.of());
        for (SealedSecrets store : stores.all()) {
            Walk walk = new Walk(store, mode, progress);
            tallies = tallies.chain(before -> walk.all().map(tally -> plus(before, tally)));
        }
        return tallies;
    }

    private static List<Tally> plus(List<Tally> before, Tally tally) {
        List<Tally> all = new ArrayList<>(before);
        all.add(tally);
        return List.copyOf(all);
    }

    /** Through the secrets of one kind. */
    private final class Walk {
        private final SealedSecrets store;
        private final Mode mode;
        private final Consumer<Tally> progress;

        Walk(SealedSecrets store, Mode mode, Consumer<Tally> progress) {
            this.store = store;
            this.mode = mode;
            this.progress = progress;
        }

        Uni<Tally> all() {
            return after(Optional.empty(), Tally.none(store.kind()));
        }

        private Uni<Tally> after(Optional<UUID> id, Tally tally) {
            return store.after(id, PAGE_SIZE)
                    .chain(
                            found ->
                                    found.isEmpty()
                                            ? Uni.createFrom().item(tally)
                                            : page(found, tally)
                                                    .invoke(progress)
                                                    .chain(now -> after(last(found), now)));
        }

        private Uni<Tally> page(List<Sealed> found, Tally tally) {
            Page page = reseal(found);
            return switch (mode) {
                case LOOK -> Uni.createFrom().item(tally.with(page, 0));
                case SEAL ->
                        unitOfWork
                                .run(() -> store.replace(page.replacements()))
                                .map(done -> tally.with(page, done));
            };
        }

        private Page reseal(List<Sealed> found) {
            List<Sealed> outdated =
                    found.stream().filter(each -> !box.isCurrent(each.text())).toList();
            List<Replacement> replacements =
                    outdated.stream().flatMap(each -> anew(each).stream()).toList();
            return new Page(found.size(), replacements, outdated.size() - replacements.size());
        }

        /** Empty for one that does not open: it is counted, and does not hold up the others. */
        private Optional<Replacement> anew(Sealed old) {
            try {
                byte[] secret = box.open(old.text(), old.purpose());
                return Optional.of(new Replacement(old, box.seal(secret, old.purpose())));
            } catch (IllegalStateException _) {
                return Optional.empty();
            }
        }

        private static Optional<UUID> last(List<Sealed> found) {
            return Optional.of(found.getLast().id());
        }
    }
}
