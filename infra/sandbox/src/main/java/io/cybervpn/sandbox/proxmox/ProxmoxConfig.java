package io.cybervpn.sandbox.proxmox;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the schema of a machine's settings that the sandbox knows; all else is refused. */
final class ProxmoxConfig {
    private static final Map<String, Pattern> SCHEMA =
            Map.ofEntries(
                    Map.entry("name", dnsName()),
                    Map.entry("cores", Pattern.compile("[1-9]\\d{0,2}")),
                    Map.entry("sockets", Pattern.compile("[1-4]")),
                    Map.entry("cpulimit", Pattern.compile("\\d{1,3}(\\.\\d+)?")),
                    Map.entry("memory", Pattern.compile("(current=)?\\d{2,8}")),
                    Map.entry("onboot", Pattern.compile("[01]")),
                    Map.entry("protection", Pattern.compile("[01]")),
                    Map.entry("tags", tags()),
                    Map.entry("description", Pattern.compile("(?s).{0,8192}")),
                    Map.entry("ciuser", Pattern.compile("\\S+")),
                    Map.entry("cipassword", Pattern.compile("(?s).+")),
                    Map.entry("sshkeys", Pattern.compile("[-%a-zA-Z0-9_.!~*'()]*")),
                    Map.entry("agent", Pattern.compile("(enabled=)?[01](,\\S+)?")),
                    Map.entry("ipconfig0", Pattern.compile("\\S+")));
    private static final Set<String> WHOLE = Set.of("cores", "sockets", "onboot", "protection");
    private static final Pattern KEY =
            Pattern.compile("(ssh-(rsa|ed25519)|ecdsa-sha2-\\S+|sk-\\S+) [A-Za-z0-9+/]+=*( .*)?");
    private static final Pattern SIZE = Pattern.compile("(\\+?)(\\d+)([KMGT]?)");
    private static final Pattern OF_DISK = Pattern.compile("size=(\\d+)([KMGT]?)");

    private ProxmoxConfig() {}

    private static Pattern dnsName() {
        String label = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
        return Pattern.compile(label + "(\\." + label + ")*");
    }

    private static Pattern tags() {
        String tag = "[a-z0-9_][a-z0-9_+.-]*";
        return Pattern.compile("(" + tag + "([;, ]" + tag + ")*)?");
    }

    /** Checks all, then sets all. */
    static void set(JsonObject config, Map<String, String> wish) {
        wish.forEach(ProxmoxConfig::check);
        wish.forEach(
                (name, value) ->
                        config.put(name, WHOLE.contains(name) ? Integer.valueOf(value) : value));
    }

    static void check(String name, String value) {
        Pattern pattern = SCHEMA.get(name);
        if (pattern == null) {
            throw ProxmoxError.parameter(
                    name,
                    "property is not defined in schema and the schema does not allow additional"
                            + " properties");
        }
        if (!pattern.matcher(value).matches()) {
            throw ProxmoxError.parameter(name, "invalid format - value does not look valid");
        }
        if (name.equals("sshkeys")) {
            checkKeys(value);
        }
        if (name.equals("cpulimit") && new BigDecimal(value).intValue() > 128) {
            throw ProxmoxError.parameter(name, "value must have a maximum value of 128");
        }
    }

    /** Each line is a public key, as OpenSSH writes it. */
    private static void checkKeys(String value) {
        boolean allKeys =
                URLDecoder.decode(value, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .allMatch(line -> KEY.matcher(line).matches());
        if (!allKeys) {
            throw ProxmoxError.parameter("sshkeys", "SSH public key validation error");
        }
    }

    /** Grows a disk; never makes it smaller. */
    static void resize(JsonObject config, String disk, String size) {
        Matcher wish = SIZE.matcher(size);
        if (!wish.matches()) {
            throw ProxmoxError.parameter("size", "value does not match the regex pattern");
        }
        String drive = config.getString(disk, "");
        Matcher now = OF_DISK.matcher(drive);
        if (drive.contains("media=cdrom") || !now.find()) {
            throw ProxmoxError.broke("disk '" + disk + "' does not exist");
        }
        long before = mebibytes(now.group(1), now.group(2));
        long wanted = mebibytes(wish.group(2), wish.group(3));
        long after = wish.group(1).isEmpty() ? wanted : before + wanted;
        if (after < before) {
            throw ProxmoxError.broke("shrinking disks is not supported");
        }
        config.put(disk, now.replaceFirst("size=" + printed(after)));
    }

    private static long mebibytes(String number, String unit) {
        long amount = Long.parseLong(number);
        return switch (unit) {
            case "K" -> amount / 1024;
            case "M" -> amount;
            case "G" -> amount * 1024;
            case "T" -> amount * 1024 * 1024;
            default -> amount / (1024 * 1024);
        };
    }

    private static String printed(long mebibytes) {
        return mebibytes % 1024 == 0 ? mebibytes / 1024 + "G" : mebibytes + "M";
    }
}
