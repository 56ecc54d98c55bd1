package kcs.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to look at once the demonstration is up. */
record DemoWelcome(Settings settings, Instant now) {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    String text() {
        String front = settings.frontDoor();
        return """
                시연 자료입니다. 실제 자료가 아닙니다. / Demonstration data: nothing of it is real.

                It is %2$s in Seoul there, and the clock goes on.
                The dashboard       %1$s/
                Its figures         %1$s/api/v1/dashboard
                The API             %1$s/docs
                Health, with why    %1$s/api/v1/health?plan=KCS-2024
                The cycles          %1$s/api/v1/cycles?plan=KCS-2024
                The meetings        %1$s/api/v1/meetings?plan=KCS-2024
                Published reports   %1$s/api/v1/snapshots?plan=KCS-2024

                The other commands work on it when they are told where it is:
                  export %3$s
                  deploy/status
                  curl -H "Authorization: Bearer $(deploy/token planner)" %1$s/api/v1/worklist

                deploy/demo --stop ends it, deploy/demo starts it again, deploy/demo --clear removes it with its data.
                """.formatted(front, SHOWN.format(now.atZone(SEOUL)), whereItIs());
    }

    /** The settings by which the other commands find this stack. */
    private String whereItIs() {
        Path data = settings.data();
        String folder = data.startsWith(settings.root())
                ? settings.root().relativize(data).toString()
                : data.toString();
        String ports = Arrays.stream(Part.values())
                .filter(part -> settings.port(part) != part.usualPort())
                .map(part -> " " + part.portSetting() + "=" + settings.port(part))
                .collect(Collectors.joining());
        return "KCS_DATA=" + folder + ports;
    }
}
