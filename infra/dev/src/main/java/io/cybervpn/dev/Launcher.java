package io.cybervpn.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The program behind {@code ./cybervpn}: starts the world and the packaged shop in it, tells where
 * things are, and stops all of it, and nothing else, when it is told to end. Killed instead, the
 * next start adopts or replaces what was left.
 */
public final class Launcher {

    private static final Duration SHOP_PATIENCE = Duration.ofSeconds(120);

    private final Environment given;
    private final Installation installation;
    private final Progress progress = new Progress(System.out);
    private final Parts parts = new Parts(progress);

    private Launcher(Environment given) {
        this.given = given;
        this.installation = Installation.in(given.dataFolder());
    }

    /**
     * Takes no arguments: everything comes by environment variables. Ends with 1 if the shop did.
     */
    public static void main(String[] args) {
        var launcher = new Launcher(Environment.ofProcess());
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
        System.exit(launcher.run());
    }

    private int run() {
        try (FileLock lock = installation.occupy()) {
            return lock.isValid() ? sell() : 1;
        } catch (IllegalStateException | IOException | UncheckedIOException e) {
            if (!parts.stopping()) {
                progress.failed("", e);
            }
            return 1;
        }
    }

    private int sell() {
        long begun = System.nanoTime();
        progress.say("CyberVPN starts; data in " + installation.home());
        freePort();
        installation.dropProgramsExcept(given.programs());
        var world = new World(given, installation, parts, progress);
        world.start();
        ShopProcess shop = startShop(world, begun);
        var welcome = new Welcome(given, installation, world);
        installation.announce(welcome.running(), world.ownVariables());
        progress.say(welcome.text());
        int code = shop.await();
        if (!parts.stopping()) {
            progress.failed("The shop ended by itself with code " + code + ":");
            progress.say(Processes.tail(installation.shopLog()));
        }
        return 1;
    }

    private void freePort() {
        if (installation.endLeftOverShop()) {
            progress.done("A shop left over from a killed start was ended");
        }
        if (Ports.taken(given.port())) {
            throw new IllegalStateException(
                    "Port "
                            + given.port()
                            + " is taken by another program; stop it, or choose another port:"
                            + " CYBERVPN_PORT=8090 ./cybervpn");
        }
    }

    private ShopProcess startShop(World world, long begun) {
        progress.begin("The shop starts, log in " + installation.shopLog());
        ShopProcess shop =
                parts.start(
                        "The shop",
                        () -> ShopProcess.start(settings(world.shopEnvironment())),
                        ShopProcess::close);
        shop.awaitReady(SHOP_PATIENCE);
        progress.done("The shop is ready, " + Progress.seconds(begun) + " after the start");
        return shop;
    }

    private ShopProcess.Settings settings(Map<String, String> environment) {
        Path shop = given.shop();
        if (!Files.exists(shop)) {
            throw new IllegalStateException("Not built: " + shop);
        }
        return new ShopProcess.Settings(shop, given.port(), environment, installation.home());
    }

    private void stop() {
        parts.close();
        installation.withdraw();
    }
}
