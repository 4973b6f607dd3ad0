package io.cybervpn.presentation.shell;

import io.cybervpn.application.shared.ResealSecrets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;

/** Seals all stored secrets under the newest key. */
@Singleton
final class SecretsReseal implements ShellCommand {
    private final ResealSecrets resealSecrets;

    @Inject
    SecretsReseal(ResealSecrets resealSecrets) {
        this.resealSecrets = resealSecrets;
    }

    @Override
    public String words() {
        return "secrets reseal";
    }

    @Override
    public String help() {
        return "seals every stored secret anew under the newest of cybervpn.secrets.keys";
    }

    @Override
    public Uni<Integer> run(PrintStream out) {
        return resealSecrets
                .execute(ResealSecrets.Mode.SEAL, tally -> SecretsReport.line(tally, out))
                .map(tallies -> SecretsReport.close(tallies, out));
    }
}
