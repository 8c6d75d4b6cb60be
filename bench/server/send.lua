-- Sends BENCH_METHOD to the addresses of BENCH_PATHS in turn, with the file BENCH_BODY for a body: every @ in it stands for a text that no other
-- request has.
local paths, parts, count = {}, {}, 0
local threads = 0
-- Global, as thread:set() wants it: which thread this is, so that no two send the same text.
own = 0

function setup(thread)
  thread:set("own", threads)
  threads = threads + 1
end

function init(arguments)
  for path in os.getenv("BENCH_PATHS"):gmatch("%S+") do paths[#paths + 1] = path end
  local file = assert(io.open(os.getenv("BENCH_BODY")))
  for part in (file:read("*a") .. "@"):gmatch("([^@]*)@") do parts[#parts + 1] = part end
  file:close()
  wrk.method = os.getenv("BENCH_METHOD")
  wrk.headers["Content-Type"] = "application/json"
  -- Threads start at different addresses.
  count = own * math.floor(#paths / 2)
end

function request()
  count = count + 1
  local unique = os.getenv("BENCH_RUN") .. "-" .. own .. "-" .. count
  return wrk.format(nil, paths[count % #paths + 1], nil, table.concat(parts, unique))
end
