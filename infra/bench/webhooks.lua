-- Posts the signed pushes of a file, each once: a line is "signature<TAB>body".
local lines = {}
local next_line = 0

function init(args)
    for line in io.lines(args[1]) do
        lines[#lines + 1] = line
    end
end

function request()
    next_line = next_line + 1
    if next_line > #lines then
        wrk.thread:stop()
        next_line = #lines
    end
    local signature, body = lines[next_line]:match("^(%x+)\t(.*)$")
    return wrk.format("POST", "/api/v1/webhooks/cryptobot", {
        ["Content-Type"] = "application/json",
        ["crypto-pay-api-signature"] = signature,
    }, body)
end
