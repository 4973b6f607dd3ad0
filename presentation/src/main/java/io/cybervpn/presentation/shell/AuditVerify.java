package io.cybervpn.presentation.shell;

import io.cybervpn.application.audit.VerifyAudit;
import io.cybervpn.application.shared.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.UUID;

/** Proves the audit trail from the shell (R240), also when the shop is down. */
@Singleton
final class AuditVerify implements ShellCommand {
    private final VerifyAudit verifyAudit;

    @Inject
    AuditVerify(VerifyAudit verifyAudit) {
        this.verifyAudit = verifyAudit;
    }

    @Override
    public String words() {
        return "audit verify";
    }

    @Override
    public String help() {
        return "proves the chain of the audit trail, and names the first broken row";
    }

    @Override
    public Uni<Integer> run(PrintStream out) {
        return verifyAudit.execute(new Actor.System()).map(result -> tell(result, out));
    }

    private static int tell(VerifyAudit.Result result, PrintStream out) {
        return switch (result) {
            case VerifyAudit.Result.Whole(var rows, var hash) -> {
                out.printf("The audit trail is whole: %d rows, the last hash is %s%n", rows, hash);
                yield WELL;
            }
            case VerifyAudit.Result.Broken(var position, var row, var flaw) -> {
                out.printf(
                        "BROKEN at position %d, row %s: %s%n",
                        position, row.map(UUID::toString).orElse("(not there)"), flaw);
                yield ILL;
            }
            case VerifyAudit.Result.Forbidden() ->
                    throw new IllegalStateException("the system may read its own trail");
        };
    }
}
