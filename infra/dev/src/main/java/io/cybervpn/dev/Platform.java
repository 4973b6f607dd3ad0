package io.cybervpn.dev;

import java.util.List;
import java.util.Locale;

/** The operating system and processor, as the archives of server binaries name them. */
record Platform(String os, String arch) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        return new Platform(os, arm ? "arm_64" : "x86_64");
    }

    String postgresArchive() {
        return "/postgres-" + os + "-" + arch + ".txz";
    }

    /**
     * Redis executables that may run here, best first: the 64-bit Linux one wants OpenSSL 3 from
     * the system, the 32-bit one is static and wants nothing.
     */
    List<String> redisExecutables() {
        boolean arm = arch.equals("arm_64");
        if (os.equals("darwin")) {
            return List.of("/redis-server-6.2.6-v5-darwin-" + (arm ? "arm64" : "amd64"));
        }
        return arm
                ? List.of("/redis-server-6.2.7-linux-arm64")
                : List.of("/redis-server-6.2.6-v5-linux-amd64", "/redis-server-6.2.7-linux-386");
    }
}
