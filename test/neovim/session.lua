-- A session in Neovim, by its own client: each step does what a user does, and looks at what the user sees.
-- What came of the steps is written as JSON to the file of $WAARBORG_RESULTS. It always ends with `cquit`: 0 where all held.
local results = {}
local patience = 15000

local function finish(code)
  local file = assert(io.open(os.getenv('WAARBORG_RESULTS'), 'w'))
  file:write(vim.fn.json_encode(results))
  file:close()
  vim.cmd('cquit ' .. code)
end

-- Whatever happens, also where the main loop would wait for a key.
vim.loop.new_timer():start(90000, 0, vim.schedule_wrap(function() finish(1) end))

-- Gives the loop back to Neovim until something holds, so that keys are worked off and answers come in. Gives what held.
local function until_holds(what, holds)
  local session = coroutine.running()
  local deadline = vim.loop.now() + patience
  local function look()
    local fine, value = pcall(holds)
    if fine and value then
      coroutine.resume(session, value)
    elseif vim.loop.now() > deadline then
      local seen = vim.inspect(vim.tbl_map(function(each) return each.user_data.lsp.code .. ' ' .. each.message end, vim.diagnostic.get(0)))
      coroutine.resume(session, nil, (fine and '' or value .. '; ') .. 'found here: ' .. seen)
    else
      vim.defer_fn(look, 20)
    end
  end
  vim.defer_fn(look, 0)
  local value, why = coroutine.yield()
  if not value then error('waited in vain until ' .. what .. '; ' .. why, 2) end
  return value
end

local function equal(found, wanted)
  if not vim.deep_equal(found, wanted) then
    error('found ' .. vim.inspect(found) .. '\nwanted ' .. vim.inspect(wanted), 2)
  end
end

local function has(text, part)
  if not text:find(part, 1, true) then error('`' .. part .. '` is not in:\n' .. text, 2) end
end

local function text_of(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n' end

local function edit(name) vim.cmd('edit! ' .. name) end

-- Puts the cursor at a piece of the text of the buffer, and some bytes into it.
local function go_to(piece, within)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local start = line:find(piece, 1, true)
    if start then return vim.api.nvim_win_set_cursor(0, { number, start - 1 + (within or 0) }) end
  end
  error(piece .. ' is not in the text', 2)
end

local function replace(piece, by)
  local text = text_of(0)
  local start, last = text:find(piece, 1, true)
  assert(start, piece .. ' is not in the text')
  local changed = text:sub(1, start - 1) .. by .. text:sub(last + 1)
  vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.split(changed:sub(1, -2), '\n', { plain = true }))
end

-- What the text is that a diagnostic of the buffer lies under.
local function under(diagnostic)
  local from, to = { diagnostic.lnum, diagnostic.col }, { diagnostic.end_lnum, diagnostic.end_col }
  return table.concat(vim.api.nvim_buf_get_text(0, from[1], from[2], to[1], to[2], {}), '\n')
end

-- The one diagnostic of the buffer, once it is of a code and says something: what was said before may still stand there.
local function only_diagnostic(code, part)
  return until_holds('there is only ' .. code .. ' with ' .. part, function()
    local all = vim.diagnostic.get(0)
    return #all == 1 and all[1].user_data.lsp.code == code and all[1].message:find(part, 1, true) and all[1]
  end)
end

local function no_diagnostic()
  until_holds('there is no diagnostic', function() return #vim.diagnostic.get(0) == 0 end)
end

-- Lint has remarks about this small pack, which come once it has no mistakes.
local function no_mistake()
  until_holds('there are remarks and no mistake', function()
    local mistakes = vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
    return #mistakes == 0 and #vim.diagnostic.get(0) > 0
  end)
end

-- The text of the window that floats above the others, which is closed.
local function floating_text()
  local window = until_holds('a window floats', function()
    for _, each in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(each).relative ~= '' then return each end
    end
  end)
  local text = text_of(vim.api.nvim_win_get_buf(window))
  vim.api.nvim_win_close(window, true)
  return text
end

-- What the menu of completion offers at the cursor, behind what is typed; and what stands in the line once one is taken.
local function complete(typed, wanted)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('a' .. typed .. '<C-x><C-o>', true, false, true), 't', false)
  local info = until_holds('there is a menu', function()
    local now = vim.fn.complete_info({ 'pum_visible', 'items' })
    return now.pum_visible == 1 and #now.items > 0 and now
  end)
  local words = vim.tbl_map(function(item) return item.word end, info.items)
  local position
  for number, word in ipairs(words) do
    if vim.trim(word) == wanted then position = number end
  end
  assert(position, wanted .. ' is not offered: ' .. vim.inspect(words))
  -- The first is chosen already.
  local keys = string.rep('<C-n>', position - 1) .. '<C-y><Esc>'
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 't', false)
  until_holds('the menu is gone', function() return vim.fn.pumvisible() == 0 and vim.fn.mode() == 'n' end)
  return words, vim.api.nvim_get_current_line()
end

-- Asks what can be done at the cursor, and chooses; gives all that was offered once the text has changed.
local function choose_action(title)
  local offered, chosen
  local before = text_of(0)
  local select = vim.ui.select
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item, items)
    for _, item in ipairs(items) do
      if options.format_item(item) == title then chosen = item end
    end
    choose(chosen)
  end
  vim.lsp.buf.code_action()
  until_holds('actions are offered', function() return offered end)
  vim.ui.select = select
  assert(chosen, title .. ' is not offered: ' .. vim.inspect(offered))
  until_holds('the text has changed', function() return text_of(0) ~= before end)
  return offered
end

local steps = {
  {
    'a policy: what is found, at its place behind characters outside the plane, in the language that is set',
    function()
      edit('pack.waarborg')
      equal(vim.bo.filetype, 'waarborg')
      until_holds('the server is attached', function() return #vim.lsp.buf_get_clients() == 1 end)
      replace('colour is red or', 'colour is rde or')
      local found = only_diagnostic('WB0305', 'heeft geen keuze `rde`')
      equal(under(found), 'rde')
      equal(found.severity, vim.diagnostic.severity.ERROR)
    end,
  },
  {
    'a policy: a repair is offered, and made',
    function()
      go_to('rde or')
      choose_action('Wijzig in red')
      has(text_of(0), '"𝄞 Helder é": colour is red or')
      no_mistake()
      equal(vim.fn.readfile('pack.waarborg'), vim.api.nvim_buf_get_lines(0, 0, -1, true))
    end,
  },
  {
    'a policy: what would make a file is not offered, since Neovim does not say that it can',
    function()
      go_to('fresh')
      local offered
      vim.lsp.buf_request(0, 'textDocument/codeAction', vim.tbl_extend('error', vim.lsp.util.make_range_params(), {
        context = { diagnostics = {} },
      }), function(_, actions) offered = vim.tbl_map(function(each) return each.title end, actions) end)
      until_holds('actions are offered', function() return offered end)
      equal(offered, { 'Zet om naar de Nederlandse spelling' })
    end,
  },
  {
    'a policy: hover',
    function()
      go_to('colour is red or', 1)
      vim.lsp.buf.hover()
      has(floating_text(), 'De kleur.')
    end,
  },
  {
    'a policy: completion by Ctrl-X Ctrl-O, of the fields of an item',
    function()
      go_to('dataset.age', #'dataset.' - 1)
      replace('dataset.age', 'dataset.')
      local words, line = complete('', 'age')
      table.sort(words)
      equal(words, { 'age', 'colour', 'name' })
      has(line, 'require young: dataset.age is at most')
      no_mistake()
      equal(vim.fn.readfile('pack.waarborg'), vim.api.nvim_buf_get_lines(0, 0, -1, true))
    end,
  },
  {
    'a policy: formatting',
    function()
      local tidy = text_of(0)
      replace('  require given: title is', '        require   given:title is')
      vim.lsp.buf.formatting_sync(nil, patience)
      equal(text_of(0), tidy)
    end,
  },
  {
    'a manifest: what is found, at the value that decided',
    function()
      edit('m.analysis.yaml')
      equal(vim.bo.filetype, 'yaml')
      local found = only_diagnostic('test.rules/bright', '`colour` is blue, en moet red zijn.')
      equal(under(found), 'blue')
      equal(found.severity, vim.diagnostic.severity.WARN)
      equal(#found.user_data.lsp.relatedInformation > 0, true)
    end,
  },
  {
    'a manifest: hover says which rule looks at a value',
    function()
      go_to('blue')
      vim.lsp.buf.hover()
      local text = floating_text()
      has(text, 'Blauw')
      has(text, 'voldoet niet')
    end,
  },
  {
    'a manifest: completion of a value, and what was found is gone with it',
    function()
      replace('colour: blue', 'colour: ')
      go_to('colour: ', #'colour: ' - 1)
      local words, line = complete('', 'red')
      table.sort(words)
      equal(words, { 'blue', 'light-green', 'red' })
      equal(line, 'colour: red # zoals gevonden')
      no_diagnostic()
    end,
  },
  {
    'a manifest: an explanation is added, to be filled in, and what was found stays',
    function()
      edit('m.analysis.yaml')
      only_diagnostic('test.rules/bright', '`colour` is blue')
      go_to('blue')
      choose_action('Leg de afwijking van bright uit (in te vullen)')
      has(text_of(0), 'explanations:\n')
      has(text_of(0), 'rule: bright\n')
      has(text_of(0), 'colour: blue # zoals gevonden\n')
      until_holds('it is found still', function()
        local codes = vim.tbl_map(function(each) return each.user_data.lsp.code end, vim.diagnostic.get(0))
        return vim.tbl_contains(codes, 'test.rules/bright')
      end)
    end,
  },
  {
    'a manifest is not formatted',
    function()
      edit('m.analysis.yaml')
      replace('colour: blue', 'colour:    blue')
      local before = text_of(0)
      vim.lsp.buf.formatting_sync(nil, patience)
      equal(text_of(0), before)
    end,
  },
  {
    'a rename from a policy, over the vocabulary and a manifest, written with :wall',
    function()
      edit('m.analysis.yaml')
      edit('pack.waarborg')
      go_to('colour is red or')
      vim.lsp.buf.rename('hue')
      until_holds('it is renamed', function() return text_of(0):find('hue is red or', 1, true) end)
      until_holds('the manifest is too', function()
        return text_of(vim.fn.bufnr('m.analysis.yaml')):find('hue: blue', 1, true)
      end)
      vim.cmd('wall')
      has(table.concat(vim.fn.readfile('words.waarborg'), '\n'), '  hue: colour was tint was colour ')
      has(table.concat(vim.fn.readfile('pack.waarborg'), '\n'), 'require right: hue is red')
      has(table.concat(vim.fn.readfile('m.analysis.yaml'), '\n'), 'hue: blue # zoals gevonden')
      no_mistake()
      edit('m.analysis.yaml')
      equal(under(only_diagnostic('test.rules/bright', '`hue` is blue, en moet red zijn.')), 'blue')
    end,
  },
  {
    'one server for the folder, and none for other YAML',
    function()
      edit('other.yaml')
      equal(vim.bo.filetype, 'yaml')
      equal(#vim.lsp.buf_get_clients(), 0)
      equal(#vim.lsp.get_active_clients(), 1)
      equal(vim.lsp.get_active_clients()[1].config.root_dir, vim.fn.getcwd())
    end,
  },
  {
    'the server ends when it is asked to',
    function()
      vim.lsp.stop_client(vim.lsp.get_active_clients())
      until_holds('it has ended', function() return #vim.lsp.get_active_clients() == 0 end)
    end,
  },
}

coroutine.wrap(function()
  for _, step in ipairs(steps) do
    local fine, why = xpcall(step[2], debug.traceback)
    table.insert(results, { name = step[1], why = fine and '' or tostring(why) })
    -- Each step begins where the one before ended.
    if not fine then finish(1) end
  end
  finish(0)
end)()
