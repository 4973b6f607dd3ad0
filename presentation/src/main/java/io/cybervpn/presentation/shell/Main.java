package io.cybervpn.presentation.shell;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program begins: without arguments it is the shop, with some it is a command. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Opens the shop and stays, or does what the arguments say and ends with its exit code. */
    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
            return;
        }
        Shell.keepDoorsShut();
        Quarkus.run(Shell.class, arguments);
    }
}
