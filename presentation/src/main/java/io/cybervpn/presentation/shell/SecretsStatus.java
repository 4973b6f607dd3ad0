package io.cybervpn.presentation.shell;

import io.cybervpn.application.shared.ResealSecrets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;

/** Says how many stored secrets need an older key, and changes nothing. */
@Singleton
final class SecretsStatus implements ShellCommand {
    private final ResealSecrets resealSecrets;

    @Inject
    SecretsStatus(ResealSecrets resealSecrets) {
        this.resealSecrets = resealSecrets;
    }

    @Override
    public String words() {
        return "secrets status";
    }

    @Override
    public String help() {
        return "says whether the older of cybervpn.secrets.keys are still needed";
    }

    @Override
    public Uni<Integer> run(PrintStream out) {
        return resealSecrets
                .execute(ResealSecrets.Mode.LOOK, tally -> SecretsReport.line(tally, out))
                .map(tallies -> SecretsReport.close(tallies, out));
    }
}
