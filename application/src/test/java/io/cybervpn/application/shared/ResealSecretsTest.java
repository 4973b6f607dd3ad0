package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.ResealSecrets.Mode;
import io.cybervpn.application.shared.ResealSecrets.Tally;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R222: a key can be changed without losing what the old one sealed. */
class ResealSecretsTest {
    private static final int MANY = ResealSecrets.PAGE_SIZE * 2 + 3;

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemorySealedSecrets store = new InMemorySealedSecrets(unitOfWork, "totp");
    private final LabelBox box = new LabelBox();
    private final List<Tally> told = new ArrayList<>();
    private final ResealSecrets reseal = new ResealSecrets(() -> List.of(store), box, unitOfWork);

    @Test
    void every_secret_is_under_the_newest_key_afterwards_and_opens_as_before() {
        for (int i = 0; i < MANY; i++) {
            store.put(id(i), "old|secret " + i + "|" + i);
        }
        store.put(id(MANY), "new|secret|" + MANY);

        assertThat(run(Mode.SEAL)).containsExactly(new Tally("totp", MANY + 1, MANY, MANY, 0));

        assertThat(store.texts()).allMatch(text -> text.startsWith("new|"));
        assertThat(store.text(id(7))).isEqualTo("new|secret 7|7");
        assertThat(told).extracting(Tally::seen).containsExactly(500L, 1000L, 1004L);
        assertThat(run(Mode.SEAL)).containsExactly(new Tally("totp", MANY + 1, 0, 0, 0));
    }

    @Test
    void looking_changes_nothing() {
        store.put(id(1), "old|secret|1");

        assertThat(run(Mode.LOOK)).containsExactly(new Tally("totp", 1, 1, 0, 0));
        assertThat(run(Mode.LOOK).getFirst().left()).isEqualTo(1);
        assertThat(store.text(id(1))).isEqualTo("old|secret|1");
    }

    @Test
    void one_that_does_not_open_is_counted_and_does_not_hold_up_the_others() {
        store.put(id(1), "gone|secret|1");
        store.put(id(2), "old|secret|of another");
        store.put(id(3), "old|secret|3");

        Tally tally = run(Mode.SEAL).getFirst();

        assertThat(tally).isEqualTo(new Tally("totp", 3, 3, 1, 2));
        assertThat(tally.left()).isEqualTo(2);
        assertThat(store.text(id(1))).isEqualTo("gone|secret|1");
        assertThat(store.text(id(3))).isEqualTo("new|secret|3");
    }

    @Test
    void one_that_was_changed_meanwhile_is_left_as_it_is() {
        store.put(id(1), "old|secret|1");
        store.beforeReplacing(() -> store.put(id(1), "new|another|1"));

        assertThat(run(Mode.SEAL).getFirst().resealed()).isZero();
        assertThat(store.text(id(1))).isEqualTo("new|another|1");
    }

    @Test
    void broken_off_it_begins_again_where_it_was() {
        for (int i = 0; i < MANY; i++) {
            store.put(id(i), "old|secret|" + i);
        }
        store.beforeReplacing(
                () -> {
                    if (told.size() == 1) {
                        throw new IllegalStateException("the database went away");
                    }
                });
        assertThatThrownBy(() -> run(Mode.SEAL)).isInstanceOf(IllegalStateException.class);
        store.beforeReplacing(() -> {});

        assertThat(run(Mode.SEAL))
                .containsExactly(
                        new Tally(
                                "totp",
                                MANY,
                                MANY - ResealSecrets.PAGE_SIZE,
                                MANY - ResealSecrets.PAGE_SIZE,
                                0));
    }

    private List<Tally> run(Mode mode) {
        return reseal.execute(mode, told::add).await().indefinitely();
    }

    private static UUID id(int number) {
        return new UUID(0, number + 1L);
    }

    /** {@code key|secret|purpose}: shows what a box must do, and hides nothing. */
    private static final class LabelBox implements SecretBox {
        @Override
        public String seal(byte[] secret, String purpose) {
            return "new|" + new String(secret, StandardCharsets.UTF_8) + "|" + purpose;
        }

        @Override
        public byte[] open(String sealed, String purpose) {
            String[] parts = sealed.split("\\|");
            if (parts[0].equals("gone") || !parts[2].equals(purpose)) {
                throw new IllegalStateException("does not open");
            }
            return parts[1].getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isCurrent(String sealed) {
            return sealed.startsWith("new|");
        }
    }

    /** Sealed secrets in memory; the purpose is the number of the id. */
    private static final class InMemorySealedSecrets implements SealedSecrets {
        private final String kind;
        private final InMemoryTable<UUID, String> rows;
        private Runnable before = () -> {};

        InMemorySealedSecrets(InMemoryUnitOfWork unitOfWork, String kind) {
            this.kind = kind;
            this.rows = unitOfWork.table();
        }

        void put(UUID id, String text) {
            rows.put(id, text);
        }

        String text(UUID id) {
            return rows.get(id).orElseThrow();
        }

        List<String> texts() {
            return rows.all();
        }

        void beforeReplacing(Runnable deed) {
            before = deed;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Uni<List<Sealed>> after(Optional<UUID> id, int limit) {
            long from = id.map(UUID::getLeastSignificantBits).orElse(0L);
            List<Sealed> found = new ArrayList<>();
            for (long next = from + 1; next <= MANY + 1 && found.size() < limit; next++) {
                UUID key = new UUID(0, next);
                String purpose = Long.toString(next - 1);
                rows.get(key).ifPresent(text -> found.add(new Sealed(key, purpose, text)));
            }
            return Uni.createFrom().item(found);
        }

        @Override
        public Uni<Integer> replace(List<Replacement> replacements) {
            return Uni.createFrom()
                    .item(
                            () -> {
                                before.run();
                                return (int) replacements.stream().filter(this::replaced).count();
                            });
        }

        private boolean replaced(Replacement replacement) {
            UUID id = replacement.old().id();
            boolean unchanged = rows.get(id).equals(Optional.of(replacement.old().text()));
            if (unchanged) {
                rows.put(id, replacement.text());
            }
            return unchanged;
        }
    }
}
