import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { TooltipProvider } from './tooltip.tsx';

function Example({ isDismissible = true }: { isDismissible?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <TooltipProvider>
      <button onClick={() => setIsOpen(true)}>Open</button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title="Rename page" description="The address stays." isDismissible={isDismissible}>
        <TextField label="Name" help="Short is good." error="Must not be empty." />
      </Dialog>
    </TooltipProvider>
  );
}

describe('Dialog', () => {
  it('is named and described, and gives the focus back when Escape closes it', async () => {
    const person = userEvent.setup();
    render(<Example />);
    await person.click(screen.getByText('Open'));
    const dialog = screen.getByRole('dialog', { name: 'Rename page' });
    expect(dialog).toHaveAccessibleDescription('The address stays.');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await person.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByText('Open')).toHaveFocus());
  });

  it('stays while something runs', async () => {
    const person = userEvent.setup();
    render(<Example isDismissible={false} />);
    await person.click(screen.getByText('Open'));
    await person.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('ties help and error to their field', async () => {
    const person = userEvent.setup();
    render(<Example />);
    await person.click(screen.getByText('Open'));
    const field = screen.getByLabelText('Name');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Short is good. Must not be empty.');
  });
});

describe('ConfirmDialog', () => {
  const props = { isOpen: true, title: 'Delete “Clinic”?', description: 'It disappears for everybody.', confirmLabel: 'Delete page' };

  it('starts on Cancel, so that Enter does no harm', async () => {
    const onConfirm = vi.fn();
    const onOpenChange = vi.fn();
    const person = userEvent.setup();
    render(<ConfirmDialog {...props} onConfirm={onConfirm} onOpenChange={onOpenChange} />);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus());
    await person.keyboard('{Enter}');
    expect(onConfirm).not.toHaveBeenCalled();
    expect(onOpenChange).toHaveBeenCalledWith(false);
  });

  it('confirms once, and not while it is busy', async () => {
    const onConfirm = vi.fn();
    const person = userEvent.setup();
    const { rerender } = render(<ConfirmDialog {...props} onConfirm={onConfirm} onOpenChange={vi.fn()} />);
    await person.click(screen.getByRole('button', { name: 'Delete page' }));
    rerender(<ConfirmDialog {...props} isBusy onConfirm={onConfirm} onOpenChange={vi.fn()} />);
    await person.click(screen.getByRole('button', { name: 'Delete page' }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it('shows why it did not work', () => {
    render(<ConfirmDialog {...props} error="Only administrators delete pages." onConfirm={vi.fn()} onOpenChange={vi.fn()} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Only administrators delete pages.');
  });
});

describe('FormDialog', () => {
  function show(more: { isBusy?: boolean; isReady?: boolean; error?: string }) {
    const [onConfirm, onClose] = [vi.fn(), vi.fn()];
    render(
      <TooltipProvider>
        <FormDialog title="Save version" confirmLabel="Save" onConfirm={onConfirm} onClose={onClose} {...more}>
          <TextField label="Message" />
        </FormDialog>
      </TooltipProvider>,
    );
    return { onConfirm, onClose, person: userEvent.setup() };
  }

  it('confirms by Enter in a field and by its button, and says what was wrong', async () => {
    const { onConfirm, person } = show({ error: 'The server is away.' });
    await person.type(screen.getByLabelText('Message'), 'One{Enter}');
    expect(onConfirm).toHaveBeenCalledTimes(1);
    await person.click(screen.getByRole('button', { name: 'Save' }));
    expect(onConfirm).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('alert')).toHaveTextContent('The server is away.');
  });

  it('shows in place of the form what came of it, and then gives the focus back to where it all began', async () => {
    const person = userEvent.setup();
    function Making() {
      const [state, setState] = useState<'closed' | 'open' | 'made'>('closed');
      const outcome = { title: 'Your token', description: 'It is not shown again.', children: <p>pw_123</p> };
      return (
        <TooltipProvider>
          <button onClick={() => setState('open')}>New</button>
          {state !== 'closed' && (
            <FormDialog title="New token" confirmLabel="Create" outcome={state === 'made' ? outcome : undefined} onConfirm={() => setState('made')} onClose={() => setState('closed')}>
              <TextField label="Name" />
            </FormDialog>
          )}
        </TooltipProvider>
      );
    }
    render(<Making />);
    await person.click(screen.getByText('New'));
    await person.click(screen.getByRole('button', { name: 'Create' }));
    expect(screen.getByRole('dialog', { name: 'Your token' })).toHaveAccessibleDescription('It is not shown again.');
    expect(screen.queryByLabelText('Name')).not.toBeInTheDocument();
    await person.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.getByText('New')).toHaveFocus());
  });

  it('confirms nothing while something is missing', async () => {
    const { onConfirm, onClose, person } = show({ isReady: false });
    await person.type(screen.getByLabelText('Message'), 'One{Enter}');
    expect(onConfirm).not.toHaveBeenCalled();
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('does nothing twice, and is not left while it is busy', async () => {
    const { onConfirm, onClose, person } = show({ isBusy: true });
    await person.type(screen.getByLabelText('Message'), 'One{Enter}{Escape}');
    expect(onConfirm).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  });
});
