-- Updates pages over REST, every time with another title, so that every update makes a version.
-- BENCH_BODY is the file of the body, in which @ stands for the number; BENCH_PAGES the ids to go through.
local pages, parts, count = {}, {}, 0
local threads = 0
-- Global, as thread:set() wants it: which thread this is, so that no two send the same title.
own = 0

function setup(thread)
  thread:set("own", threads)
  threads = threads + 1
end

function init(arguments)
  for id in os.getenv("BENCH_PAGES"):gmatch("%S+") do pages[#pages + 1] = id end
  local file = assert(io.open(os.getenv("BENCH_BODY")))
  parts[1], parts[2] = file:read("*a"):match("^(.-)@(.*)$")
  file:close()
  wrk.method = "PUT"
  wrk.headers["Content-Type"] = "application/json"
  -- Threads start at different pages.
  count = own * math.floor(#pages / 2)
end

function request()
  count = count + 1
  return wrk.format(nil, "/api/v1/pages/" .. pages[count % #pages + 1], nil, parts[1] .. own .. "-" .. count .. parts[2])
end
