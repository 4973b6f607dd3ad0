package io.cybervpn.presentation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.presentation.audit.Forger;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R240: the trail is proved from the shell, too; its other commands are in SecretRotationTest. */
@QuarkusTest
class ShellTest {
    @Inject Shell shell;
    @Inject AuditTrail trail;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    private final String object = UUID.randomUUID().toString();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_whole_trail_is_told_and_a_forged_row_is_named() {
        Entry entry = Entry.of(new Actor.System(), "test.told", "test", object);
        unitOfWork.run(() -> trail.append(entry)).await().indefinitely();

        assertThat(run("audit verify")).isZero();
        assertThat(told()).contains("The audit trail is whole").containsPattern("[0-9a-f]{64}");
        Forger.change(pool, object, "test.told", "test.hidden");
        try {
            assertThat(run("audit verify")).isEqualTo(1);
            assertThat(told())
                    .containsPattern("BROKEN at position \\d+, row " + row() + ": ROW_CHANGED");
        } finally {
            Forger.change(pool, object, "test.hidden", "test.told");
        }
        assertThat(run("audit verify")).isZero();
    }

    @Test
    void a_command_that_is_not_there_says_which_are() {
        assertThat(run("audit forge")).isEqualTo(2);
        assertThat(told()).contains("audit verify", "secrets reseal", "secrets status");
    }

    private int run(String words) {
        said.reset();
        return shell.run(words, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private UUID row() {
        return pool.query("select id from audit_entry where object_id = '" + object + "'")
                .execute()
                .map(rows -> rows.iterator().next().getUUID("id"))
                .await()
                .indefinitely();
    }
}
