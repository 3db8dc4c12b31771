interface IconButtonProps extends Pick<React.ComponentProps<'button'>, 'aria-expanded' | 'aria-controls'> {
  icon: keyof typeof shapes
  label: string
  onClick(): void
}

export function IconButton({ icon, label, ...button }: IconButtonProps) {
  return (
    <button {...button} type="button" className="icon-button" aria-label={label} title={titles[icon]}>
      <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[icon]}
      </svg>
    </button>
  )
}

const titles = { more: 'More', dismiss: 'Dismiss' }

const shapes = {
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" className="sign-stroke" />,
  dismiss: <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" className="sign-stroke sign-thin" />,
}
